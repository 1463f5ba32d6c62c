import { defineQueryOptions } from '@pinia/colada'
import { api } from '../api/client.ts'
import { read } from '../api/read.ts'
import { programmeKey } from './keys.ts'

/** Levels by ambition of the current round or of another one, with the figures published about the current one. */
export const levelsQuery = defineQueryOptions(
  ({ programme, round = 'current' }: { programme: string; round?: string }) => ({
    key: [...programmeKey(programme), 'levels', round],
    query: ({ signal }) =>
      read(
        api.programmes[':programme'].assessments[':id'].summary.$get(
          { param: { programme, id: round }, query: {} },
          { init: { signal } },
        ),
      ),
  }),
)
