import { defineQueryOptions } from '@pinia/colada'
import type { NewEscalations } from '@workplan/domain'
import { api, programmeKey, read, useChanging } from '@workplan/shell'

const programmes = api.programmes[':programme']

/** Questions of a report that were put to the group above, and what became of them. */
export const escalationsQuery = defineQueryOptions(
  ({ programme, report }: { programme: string; report: string }) => ({
    key: [...programmeKey(programme), 'escalations', report],
    query: ({ signal }) =>
      read(programmes.escalations.$get({ param: { programme }, query: { report } }, { init: { signal } })),
  }),
)

/** Puts questions of an issued report to a group above. */
export function useEscalate() {
  return useChanging()(
    ({ programme, report, input }: { programme: string; report: string; input: NewEscalations }, attempt) =>
      read(
        programmes.reports[':id'].escalations.$post({
          param: { programme, id: report },
          header: { 'idempotency-key': attempt },
          json: input,
        }),
      ),
  )
}
