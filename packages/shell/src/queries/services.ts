import { defineQueryOptions } from '@pinia/colada'
import type { Audience } from '@workplan/domain'
import { api } from '../api/client.ts'
import { read } from '../api/read.ts'
import { readPages } from '../api/read-pages.ts'
import { programmeKey } from './keys.ts'

export interface ServiceFilters {
  audience?: Audience
  meets?: string
  place?: string
}

/** The services of a programme: whose, where, when and for whom, with their flags. */
export const servicesQuery = defineQueryOptions(
  ({ programme, filters = {} }: { programme: string; filters?: ServiceFilters }) => ({
    key: [...programmeKey(programme), 'services', filters],
    query: ({ signal }) =>
      readPages((cursor) =>
        read(
          api.programmes[':programme'].services.$get(
            { param: { programme }, query: { ...filters, ...(cursor && { cursor }) } },
            { init: { signal } },
          ),
        ),
      ),
  }),
)

/** Which care settings see the shared end of life record. */
export const sharingQuery = defineQueryOptions(({ programme }: { programme: string }) => ({
  key: [...programmeKey(programme), 'sharing'],
  query: ({ signal }) =>
    read(
      api.programmes[':programme'].sharing.$get({ param: { programme }, query: {} }, { init: { signal } }),
    ),
}))

/** What is known about hospices and their contracts. */
export const contractsQuery = defineQueryOptions(({ programme }: { programme: string }) => ({
  key: [...programmeKey(programme), 'contracts'],
  query: ({ signal }) =>
    read(
      api.programmes[':programme'].contracts.$get({ param: { programme }, query: {} }, { init: { signal } }),
    ),
}))
