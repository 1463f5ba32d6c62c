import { changeMetric, type MetricChange, type MetricSaved } from '@workplan/domain'
import type { AppContext } from '../../context.ts'
import type { Member } from '../../members.ts'
import type { ChangeRequest } from '../../store/store.ts'
import { metricDetail } from '../../views/metrics/metric-view.ts'
import { findMetric } from './find-metric.ts'
import { refuseSameName } from './refuse-same-name.ts'

export interface MetricUpdate {
  id: string
  expectedVersion: number
  change: MetricChange
}

/**
 * Changes what a metric is called, aims at or how it is read. Throws `not-found`, `stale-version`, and `invalid-input` for
 * the name of another.
 */
export function updateMetric(
  { store, rules }: AppContext,
  member: Member,
  request: ChangeRequest,
  { id, expectedVersion, change }: MetricUpdate,
): Promise<MetricSaved> {
  return store.change(
    request,
    async (draft) => {
      const { before } = draft
      const metric = findMetric(before, id)
      await draft.requireVersion('metric', id, expectedVersion, () =>
        metricDetail(metric, before, rules, member),
      )
      if (change.title !== undefined) refuseSameName(before, { id, title: change.title })
      const after = changeMetric(metric, change)
      draft.put('metric', after, { expectedVersion, action: 'metric.updated', why: change.reason })
      return after
    },
    ({ after, flags }, metric) => ({ item: metricDetail(metric, after, rules, member), flags }),
  )
}
