import { defineQueryOptions } from '@pinia/colada'
import { api } from '../api/client.ts'
import { read } from '../api/read.ts'
import { reportsKey } from './keys.ts'

export interface ReportFilters {
  group?: string
}

export function reportKey(programme: string, report: string) {
  return [...reportsKey(programme), 'one', report] as const
}

/** Highlight reports, newest first. */
export const reportsQuery = defineQueryOptions(
  ({ programme, filters = {} }: { programme: string; filters?: ReportFilters }) => ({
    key: [...reportsKey(programme), 'list', filters],
    query: ({ signal }) =>
      read(
        api.programmes[':programme'].reports.$get(
          { param: { programme }, query: filters },
          { init: { signal } },
        ),
      ),
  }),
)

export const reportQuery = defineQueryOptions(
  ({ programme, report }: { programme: string; report: string }) => ({
    key: reportKey(programme, report),
    query: ({ signal }) =>
      read(
        api.programmes[':programme'].reports[':id'].$get(
          { param: { programme, id: report }, query: {} },
          { init: { signal } },
        ),
      ),
  }),
)

/** Whether an issued report is still word for word what the journal says was issued. */
export const reportVerificationQuery = defineQueryOptions(
  ({ programme, report }: { programme: string; report: string }) => ({
    key: [...reportKey(programme, report), 'verification'],
    query: ({ signal }) =>
      read(
        api.programmes[':programme'].reports[':id'].verify.$get(
          { param: { programme, id: report } },
          { init: { signal } },
        ),
      ),
  }),
)
