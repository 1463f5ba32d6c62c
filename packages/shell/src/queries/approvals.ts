import { defineQueryOptions } from '@pinia/colada'
import { api } from '../api/client.ts'
import { read } from '../api/read.ts'
import { programmeKey } from './keys.ts'

export function approvalsKey(programme: string) {
  return [...programmeKey(programme), 'approvals'] as const
}

/** What needs two people in a programme. */
export const approvalsQuery = defineQueryOptions(({ programme }: { programme: string }) => ({
  key: approvalsKey(programme),
  query: ({ signal }) =>
    read(
      api.programmes[':programme'].approvals.$get({ param: { programme }, query: {} }, { init: { signal } }),
    ),
}))

/** The acceptances that wait for an SRO, longest first. */
export const askedAcceptancesQuery = defineQueryOptions(({ programme }: { programme: string }) => ({
  key: [...programmeKey(programme), 'acceptance-requests'],
  query: ({ signal }) =>
    read(
      api.programmes[':programme']['acceptance-requests'].$get(
        { param: { programme }, query: {} },
        { init: { signal } },
      ),
    ),
}))
