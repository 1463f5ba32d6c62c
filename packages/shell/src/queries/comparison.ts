import { defineQueryOptions } from '@pinia/colada'
import { api } from '../api/client.ts'
import { read } from '../api/read.ts'
import { programmeKey } from './keys.ts'

/** What changed in tasks, levels and flags from one moment to another; up to now without `to`. */
export const comparisonQuery = defineQueryOptions(
  ({ programme, from, to }: { programme: string; from: string; to?: string | undefined }) => ({
    key: [...programmeKey(programme), 'comparison', from, to ?? null],
    query: ({ signal }) =>
      read(
        api.programmes[':programme'].compare.$get(
          { param: { programme }, query: { from, ...(to && { to }) } },
          { init: { signal } },
        ),
      ),
  }),
)
