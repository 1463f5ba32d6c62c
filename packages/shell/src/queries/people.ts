import { defineQueryOptions } from '@pinia/colada'
import { api } from '../api/client.ts'
import { read } from '../api/read.ts'
import { programmeKey } from './keys.ts'

/** Everybody with a role in a programme, as the programme office sees them. */
export const peopleQuery = defineQueryOptions(({ programme }: { programme: string }) => ({
  key: [...programmeKey(programme), 'people'],
  query: ({ signal }) =>
    read(api.programmes[':programme'].people.$get({ param: { programme } }, { init: { signal } })),
}))
