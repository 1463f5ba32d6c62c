import {
  formatPartialDate,
  type Metric,
  type NewReading,
  type Reading,
  type ReadingSaved,
} from '@workplan/domain'
import { randomBytes } from 'node:crypto'
import type { AppContext } from '../../context.ts'
import type { ChangeRequest } from '../../store/store.ts'
import { readingView } from '../../views/metrics/metric-view.ts'
import { checkReading } from './check-reading.ts'
import { findMetric } from './find-metric.ts'

/** Puts a value of a metric on record and answers what that did to the flags. Throws `not-found`, `invalid-input`. */
export function recordReading(
  { store }: AppContext,
  request: ChangeRequest,
  metricId: string,
  input: NewReading,
): Promise<ReadingSaved> {
  return store.change(
    request,
    (draft) => {
      const reading = readingOf(findMetric(draft.before, metricId), input)
      checkReading(reading, draft.before)
      draft.put('reading', reading, { expectedVersion: null, action: 'reading.recorded', why: null })
      return reading
    },
    ({ after, flags }, reading) => ({ item: readingView(reading, after), flags }),
  )
}

function readingOf(metric: Metric, input: NewReading): Reading {
  const {
    value,
    unit,
    period,
    dataset,
    place = null,
    comparator = null,
    standing = null,
    caveats = [],
  } = input
  return {
    id: `${metric.id}.reading-${period}-${randomBytes(4).toString('hex')}`,
    source: { document: 'Workplan', section: 'Added by hand' },
    metric: metric.id,
    title: `${metric.title}, ${formatPartialDate(period)}`,
    value,
    unit,
    period,
    dataset,
    place,
    comparator,
    standing,
    caveats,
    partOf: null,
  }
}
