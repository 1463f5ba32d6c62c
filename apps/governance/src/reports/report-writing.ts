import { defineQueryOptions } from '@pinia/colada'
import type { SectionOwnerInput } from '@workplan/domain'
import { api, etagOf, read, reportKey, useChanging } from '@workplan/shell'

const reports = api.programmes[':programme'].reports

interface OfReport {
  programme: string
  report: string
  version: number
}

/** Who writes what in a draft, every change of a text, and what the last refresh changed. */
export const reportWritingQuery = defineQueryOptions(
  ({ programme, report }: { programme: string; report: string }) => ({
    key: [...reportKey(programme, report), 'writing'],
    query: ({ signal }) =>
      read(
        reports[':id'].writing.$get({ param: { programme, id: report }, query: {} }, { init: { signal } }),
      ),
  }),
)

/** What is done about a draft besides its texts: who writes them, and its end. */
export function useWriteTogether() {
  const changing = useChanging()
  const headersOf = (version: number, attempt: string) => ({
    'if-match': etagOf(version),
    'idempotency-key': attempt,
  })
  return {
    nameOwner: changing(
      ({ programme, report, version, input }: OfReport & { input: SectionOwnerInput }, attempt) =>
        read(
          reports[':id'].owners.$put({
            param: { programme, id: report },
            header: headersOf(version, attempt),
            json: input,
          }),
        ),
    ),
    withdraw: changing(({ programme, report, version, reason }: OfReport & { reason: string }, attempt) =>
      read(
        reports[':id'].withdraw.$post({
          param: { programme, id: report },
          header: headersOf(version, attempt),
          json: { reason },
        }),
      ),
    ),
  }
}
