import { defineQueryOptions } from '@pinia/colada'
import { api } from '../api/client.ts'
import { read } from '../api/read.ts'
import { readPages } from '../api/read-pages.ts'
import { programmeKey } from './keys.ts'

/** Every coverage requirement with the week of each place: who is there, and how sure that is. */
export const coverageQuery = defineQueryOptions(({ programme }: { programme: string }) => ({
  key: [...programmeKey(programme), 'coverage'],
  query: ({ signal }) =>
    readPages((cursor) =>
      read(
        api.programmes[':programme'].coverage.$get(
          { param: { programme }, query: { ...(cursor && { cursor }) } },
          { init: { signal } },
        ),
      ),
    ),
}))
