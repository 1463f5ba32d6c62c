import { defineQueryOptions } from '@pinia/colada'
import { api } from '../api/client.ts'
import { read } from '../api/read.ts'
import { programmeKey } from './keys.ts'

/** Governance groups with their reporting lines. */
export const groupsQuery = defineQueryOptions(({ programme }: { programme: string }) => ({
  key: [...programmeKey(programme), 'groups'],
  query: ({ signal }) =>
    read(api.programmes[':programme'].groups.$get({ param: { programme }, query: {} }, { init: { signal } })),
}))

/** One governance group. */
export const groupQuery = defineQueryOptions(
  ({ programme, group }: { programme: string; group: string }) => ({
    key: [...programmeKey(programme), 'groups', group],
    query: ({ signal }) =>
      read(
        api.programmes[':programme'].groups[':id'].$get(
          { param: { programme, id: group }, query: {} },
          { init: { signal } },
        ),
      ),
  }),
)
