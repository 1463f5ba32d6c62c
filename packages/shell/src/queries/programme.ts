import { defineQueryOptions } from '@pinia/colada'
import { api } from '../api/client.ts'
import { read } from '../api/read.ts'
import { programmeKey } from './keys.ts'

/** A programme with its workstreams, people and open flags. */
export const programmeQuery = defineQueryOptions(({ programme }: { programme: string }) => ({
  key: [...programmeKey(programme), 'about'],
  query: ({ signal }) =>
    read(api.programmes[':programme'].$get({ param: { programme }, query: {} }, { init: { signal } })),
}))
