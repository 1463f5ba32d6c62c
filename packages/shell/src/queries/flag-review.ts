import { defineQueryOptions } from '@pinia/colada'
import { api } from '../api/client.ts'
import { read } from '../api/read.ts'
import { programmeKey } from './keys.ts'

/** How far I have reviewed the flags, and which have come since. */
export const flagReviewQuery = defineQueryOptions(({ programme }: { programme: string }) => ({
  key: [...programmeKey(programme), 'flag-review'],
  query: ({ signal }) =>
    read(api.programmes[':programme']['flag-review'].$get({ param: { programme } }, { init: { signal } })),
}))
