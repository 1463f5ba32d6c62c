import type { Metric, MetricSaved, NewMetric } from '@workplan/domain'
import type { AppContext } from '../../context.ts'
import { idOfNew } from '../../id-of-new.ts'
import type { Member } from '../../members.ts'
import type { ChangeRequest } from '../../store/store.ts'
import { metricDetail } from '../../views/metrics/metric-view.ts'
import { refuseSameName } from './refuse-same-name.ts'

/** Adds a metric, which nobody has read yet. Throws `invalid-input` for one whose name another has. */
export function createMetric(
  { store, rules }: AppContext,
  member: Member,
  request: ChangeRequest,
  input: NewMetric,
): Promise<MetricSaved> {
  return store.change(
    request,
    ({ before, put }) => {
      refuseSameName(before, { id: null, title: input.title })
      const metric = metricOf(request.programme, input)
      put('metric', metric, { expectedVersion: null, action: 'metric.created', why: null })
      return metric
    },
    ({ after, flags }, metric) => ({ item: metricDetail(metric, after, rules, member), flags }),
  )
}

function metricOf(programme: string, input: NewMetric): Metric {
  return {
    id: idOfNew(programme, 'metric', input.title),
    source: { document: 'Workplan', section: 'Added by hand' },
    serves: [],
    frequencyAsStated: null,
    narrowerThanOutcome: false,
    ...{ direction: null, frequency: null, baseline: null, target: null },
    ...{ unit: null, dataSource: null, blockedBy: null },
    ...input,
  }
}
