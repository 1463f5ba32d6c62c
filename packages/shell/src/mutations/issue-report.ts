import { useQueryCache } from '@pinia/colada'
import { api } from '../api/client.ts'
import { read } from '../api/read.ts'
import { reportKey } from '../queries/reports.ts'
import { etagOf } from './attempt.ts'
import { refreshProgramme } from './refresh-programme.ts'
import { useSending } from './use-sending.ts'

export interface ReportIssue {
  programme: string
  report: string
  version: number
  attempt?: string
}

/** Issues a report. From then on it never changes. Answers with the report and its hash. */
export function useIssueReport() {
  const cache = useQueryCache()
  return useSending({
    send: ({ programme, report, version }: ReportIssue, attempt) =>
      read(
        api.programmes[':programme'].reports[':id'].issue.$post({
          param: { programme, id: report },
          header: { 'if-match': etagOf(version), 'idempotency-key': attempt },
        }),
      ),
    onSuccess: (issued, { programme, report }) => {
      cache.setQueryData(reportKey(programme, report), issued)
      void refreshProgramme(cache, programme)
    },
  })
}
