import { defineQueryOptions } from '@pinia/colada'
import type { SectionOwnerInput } from '@workplan/domain'
import { api, etagOf, newAttempt, read, reportKey, useChanging } from '@workplan/shell'

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
  const headersOf = (version: number) => ({ 'if-match': etagOf(version), 'idempotency-key': newAttempt() })
  return {
    nameOwner: changing(({ programme, report, version, input }: OfReport & { input: SectionOwnerInput }) =>
      read(
        reports[':id'].owners.$put({
          param: { programme, id: report },
          header: headersOf(version),
          json: input,
        }),
      ),
    ),
    withdraw: changing(({ programme, report, version, reason }: OfReport & { reason: string }) =>
      read(
        reports[':id'].withdraw.$post({
          param: { programme, id: report },
          header: headersOf(version),
          json: { reason },
        }),
      ),
    ),
  }
}
