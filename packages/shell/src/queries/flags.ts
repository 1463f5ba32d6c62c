import { defineQueryOptions } from '@pinia/colada'
import type { Audience, FlagStatus, Severity, WorkstreamApp } from '@workplan/domain'
import { api } from '../api/client.ts'
import { flagDetailOf } from '../api/flag-detail.ts'
import { read } from '../api/read.ts'
import { readPages } from '../api/read-pages.ts'
import { programmeKey } from './keys.ts'

/** Without `status`: every flag that is not cleared. */
export interface FlagFilters {
  status?: FlagStatus | 'all'
  severity?: Severity
  rule?: string
  audience?: Audience
  app?: WorkstreamApp
  workstream?: string
  owner?: string
  subject?: string
  requirement?: string
  q?: string
}

export function flagsKey(programme: string) {
  return [...programmeKey(programme), 'flags'] as const
}

export function flagKey(programme: string, flag: string) {
  return [...programmeKey(programme), 'flag', flag] as const
}

/** Flags, worst first, with their causes counted. */
export const flagsQuery = defineQueryOptions(
  ({ programme, filters = {} }: { programme: string; filters?: FlagFilters }) => ({
    key: [...flagsKey(programme), filters],
    query: ({ signal }) =>
      readPages((cursor) =>
        read(
          api.programmes[':programme'].flags.$get(
            { param: { programme }, query: { ...filters, ...(cursor && { cursor }) } },
            { init: { signal } },
          ),
        ),
      ),
  }),
)

/** One flag with its explanation, records, remedy and history. */
export const flagQuery = defineQueryOptions(({ programme, flag }: { programme: string; flag: string }) => ({
  key: flagKey(programme, flag),
  query: async ({ signal }) => {
    const param = { programme, id: flag }
    return flagDetailOf(
      await read(api.programmes[':programme'].flags[':id'].$get({ param, query: {} }, { init: { signal } })),
    )
  },
}))
