import { defineQueryOptions } from '@pinia/colada'
import { api } from '../api/client.ts'
import { read } from '../api/read.ts'
import { programmeKey } from './keys.ts'

/** Pathways from children's to adult services, with the tasks on the hand-over. */
export const transitionQuery = defineQueryOptions(({ programme }: { programme: string }) => ({
  key: [...programmeKey(programme), 'transition'],
  query: ({ signal }) =>
    read(
      api.programmes[':programme'].transition.$get({ param: { programme }, query: {} }, { init: { signal } }),
    ),
}))

/** What training is needed and offered. */
export const trainingQuery = defineQueryOptions(({ programme }: { programme: string }) => ({
  key: [...programmeKey(programme), 'training'],
  query: ({ signal }) =>
    read(
      api.programmes[':programme'].training.$get({ param: { programme }, query: {} }, { init: { signal } }),
    ),
}))

/** Posts, and the required hours that hang on them. */
export const capacityQuery = defineQueryOptions(({ programme }: { programme: string }) => ({
  key: [...programmeKey(programme), 'capacity'],
  query: ({ signal }) =>
    read(
      api.programmes[':programme'].capacity.$get({ param: { programme }, query: {} }, { init: { signal } }),
    ),
}))
