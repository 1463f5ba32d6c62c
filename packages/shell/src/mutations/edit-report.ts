import { useQueryCache } from '@pinia/colada'
import type { Report, ReportEdit } from '@workplan/domain'
import { api } from '../api/client.ts'
import { read } from '../api/read.ts'
import { reportsKey } from '../queries/keys.ts'
import { reportKey } from '../queries/reports.ts'
import { etagOf } from './attempt.ts'
import { refreshQueries } from './refresh-programme.ts'
import { useSending } from './use-sending.ts'

export interface ReportEditing {
  programme: string
  report: string
  version: number
  change: ReportEdit
  attempt?: string
}

/** Changes a draft's texts and ratings, or takes its figures anew; answers with the draft. */
export function useEditReport() {
  const cache = useQueryCache()
  return useSending({
    send: ({ programme, report, version, change }: ReportEditing, attempt) =>
      read(
        api.programmes[':programme'].reports[':id'].$patch({
          param: { programme, id: report },
          header: { 'if-match': etagOf(version), 'idempotency-key': attempt },
          json: change,
        }),
      ),
    onSuccess: (saved, { programme, report }) => {
      const key = reportKey(programme, report)
      // Of two answers on their way the later may be the older one.
      const known = cache.getQueryData<Report>(key)
      if (!known || known.version <= saved.version) cache.setQueryData(key, saved)
      void refreshQueries(cache, [...reportsKey(programme), 'list'])
      void refreshQueries(cache, [...reportKey(programme, report), 'writing'])
    },
  })
}
