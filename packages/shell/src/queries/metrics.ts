import { defineQueryOptions } from '@pinia/colada'
import { api } from '../api/client.ts'
import { read } from '../api/read.ts'
import { viewedMoment } from '../as-at/viewed-moment.ts'
import { programmeKey } from './keys.ts'

/** Outcome metrics, late and blocked ones first, and figures that stand by themselves. */
export const metricsQuery = defineQueryOptions(({ programme }: { programme: string }) => ({
  key: [...programmeKey(programme), 'metrics'],
  query: async ({ signal }) => {
    const list = await read(
      api.programmes[':programme'].metrics.$get({ param: { programme }, query: {} }, { init: { signal } }),
    )
    return { ...list, items: list.items.map(asSeen) }
  },
}))

/** One metric with its readings and what they tell. */
export const metricQuery = defineQueryOptions(
  ({ programme, metric }: { programme: string; metric: string }) => ({
    key: [...programmeKey(programme), 'metric', metric],
    query: async ({ signal }) =>
      asSeen(
        await read(
          api.programmes[':programme'].metrics[':id'].$get(
            { param: { programme, id: metric }, query: {} },
            { init: { signal } },
          ),
        ),
      ),
  }),
)

/** A metric of an earlier moment can be looked at, and no more. */
function asSeen<View extends { mayUpdate: boolean }>(view: View): View {
  return viewedMoment() === null ? view : { ...view, mayUpdate: false }
}
