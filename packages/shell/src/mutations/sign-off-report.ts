import { useMutation, useQueryCache } from '@pinia/colada'
import { api } from '../api/client.ts'
import { read } from '../api/read.ts'
import { reportKey } from '../queries/reports.ts'
import { etagOf, newAttempt } from './attempt.ts'
import { refreshProgramme } from './refresh-programme.ts'

export interface ReportSignOff {
  programme: string
  report: string
  /** The version that was read and is agreed to. */
  version: number
}

/** Agrees to a draft, as the chair of its group or a senior responsible owner; answers with the draft. */
export function useSignOffReport() {
  const cache = useQueryCache()
  return useMutation({
    mutation: ({ programme, report, version }: ReportSignOff) =>
      read(
        api.programmes[':programme'].reports[':id']['sign-off'].$post({
          param: { programme, id: report },
          header: { 'if-match': etagOf(version), 'idempotency-key': newAttempt() },
        }),
      ),
    onSuccess: (signed, { programme, report }) => {
      cache.setQueryData(reportKey(programme, report), signed)
      void refreshProgramme(cache, programme)
    },
  })
}
