import { defineQueryOptions } from '@pinia/colada'
import { api } from '../api/client.ts'
import { read } from '../api/read.ts'
import { readPages } from '../api/read-pages.ts'
import { programmeKey } from './keys.ts'

const packs = api.programmes[':programme']['foi-packs']

/** Returns to freedom of information requests, newest first. */
export const foiPacksQuery = defineQueryOptions(({ programme }: { programme: string }) => ({
  key: [...programmeKey(programme), 'foi-packs'],
  query: ({ signal }) =>
    readPages((cursor) =>
      read(packs.$get({ param: { programme }, query: cursor ? { cursor } : {} }, { init: { signal } })),
    ),
}))

/** One return. */
export const foiPackQuery = defineQueryOptions(
  ({ programme, pack }: { programme: string; pack: string }) => ({
    key: [...programmeKey(programme), 'foi-packs', pack],
    query: ({ signal }) =>
      read(packs[':id'].$get({ param: { programme, id: pack }, query: {} }, { init: { signal } })),
  }),
)

/** Sets of questions that are asked of every board. */
export const questionSetsQuery = defineQueryOptions(({ programme }: { programme: string }) => ({
  key: [...programmeKey(programme), 'foi-question-sets'],
  query: ({ signal }) =>
    read(
      api.programmes[':programme']['foi-question-sets'].$get({ param: { programme } }, { init: { signal } }),
    ),
}))
