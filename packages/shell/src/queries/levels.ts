import { defineQueryOptions } from '@pinia/colada'
import { api } from '../api/client.ts'
import { read } from '../api/read.ts'
import { programmeKey } from './keys.ts'

/** Levels by ambition of the current round, with the figures published about it. */
export const levelsQuery = defineQueryOptions(({ programme }: { programme: string }) => ({
  key: [...programmeKey(programme), 'levels'],
  query: ({ signal }) =>
    read(
      api.programmes[':programme'].assessments.current.summary.$get(
        { param: { programme }, query: {} },
        { init: { signal } },
      ),
    ),
}))
