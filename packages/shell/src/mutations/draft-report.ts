import { useQueryCache } from '@pinia/colada'
import type { ReportDraftInput } from '@workplan/domain'
import { api } from '../api/client.ts'
import { read } from '../api/read.ts'
import { reportsKey } from '../queries/keys.ts'
import { refreshQueries } from './refresh-programme.ts'
import { useSending } from './use-sending.ts'

export interface ReportDrafting {
  programme: string
  input: ReportDraftInput
  attempt?: string
}

/** Starts a highlight report for a group and a period; answers with the draft. */
export function useDraftReport() {
  const cache = useQueryCache()
  return useSending({
    send: ({ programme, input }: ReportDrafting, attempt) =>
      read(
        api.programmes[':programme'].reports.$post({
          param: { programme },
          header: { 'idempotency-key': attempt },
          json: input,
        }),
      ),
    onSuccess: (_report, { programme }) => void refreshQueries(cache, reportsKey(programme)),
  })
}
