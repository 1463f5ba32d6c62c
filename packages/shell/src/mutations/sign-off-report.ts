import { useQueryCache } from '@pinia/colada'
import { api } from '../api/client.ts'
import { read } from '../api/read.ts'
import { reportKey } from '../queries/reports.ts'
import { etagOf } from './attempt.ts'
import { refreshProgramme } from './refresh-programme.ts'
import { useSending } from './use-sending.ts'

export interface ReportSignOff {
  programme: string
  report: string
  /** The version that was read and is agreed to. */
  version: number
}

/** Agrees to a draft, as the chair of its group or a senior responsible owner; answers with the draft. */
export function useSignOffReport() {
  const cache = useQueryCache()
  return useSending({
    send: ({ programme, report, version }: ReportSignOff, attempt) =>
      read(
        api.programmes[':programme'].reports[':id']['sign-off'].$post({
          param: { programme, id: report },
          header: { 'if-match': etagOf(version), 'idempotency-key': attempt },
        }),
      ),
    onSuccess: (signed, { programme, report }) => {
      cache.setQueryData(reportKey(programme, report), signed)
      void refreshProgramme(cache, programme)
    },
  })
}
