import { defineQueryOptions } from '@pinia/colada'
import type { TrendStep } from '@workplan/domain'
import { api } from '../api/client.ts'
import { read } from '../api/read.ts'
import { programmeKey } from './keys.ts'

export interface TrendFilters {
  from?: string
  to?: string
  step?: TrendStep
}

/** Flags over time, levels by round, and how far work has slipped. */
export const trendsQuery = defineQueryOptions(
  ({ programme, filters = {} }: { programme: string; filters?: TrendFilters }) => ({
    key: [...programmeKey(programme), 'trends', filters],
    query: ({ signal }) =>
      read(
        api.programmes[':programme'].trends.$get(
          { param: { programme }, query: filters },
          { init: { signal } },
        ),
      ),
  }),
)
