import { figureInWords, type MetricView } from '@workplan/domain'
import type { Column } from '@workplan/ui'
import {
  aimInWords,
  comparedInWords,
  directionInWords,
  frequencyInWords,
  kindOfMetricWords,
  NARROWER,
  periodInWords,
  verdictWords,
} from './metric-words.ts'

/** What stands in the way of a metric, in one line. */
export function troublesInWords({ troubles }: Pick<MetricView, 'troubles'>): string {
  return troubles.map(({ text }) => text).join('. ') || 'Read as agreed'
}

/** What the list of metrics shows. */
export const metricColumns: Column<MetricView>[] = [
  { key: 'title', title: 'Metric', rowHeader: true, sortable: true, value: ({ metric }) => metric.title },
  { key: 'troubles', title: 'What stands in the way', value: troublesInWords },
  {
    key: 'latest',
    title: 'Latest reading',
    phone: 'detail',
    value: ({ latest }) => (latest ? figureInWords(latest.value, latest.unit) : 'No reading'),
  },
  {
    key: 'verdict',
    title: 'What the readings tell',
    sortable: true,
    phone: 'detail',
    value: ({ verdict }) => verdictWords[verdict.kind],
  },
  {
    key: 'direction',
    title: 'Direction',
    sortable: true,
    phone: 'detail',
    value: ({ metric }) => directionInWords(metric),
  },
  {
    key: 'aim',
    title: 'Baseline and target',
    phone: 'detail',
    value: ({ metric }) =>
      `${aimInWords(metric.baseline, metric.unit)}, ${aimInWords(metric.target, metric.unit)}`,
  },
  {
    key: 'frequency',
    title: 'How often',
    sortable: true,
    phone: 'detail',
    value: ({ metric }) => frequencyInWords(metric),
  },
  {
    key: 'source',
    title: 'Source of the data',
    phone: 'detail',
    value: ({ metric }) => metric.dataSource ?? 'Not stated',
  },
]

const text = (
  key: string,
  title: string,
  value: (view: MetricView) => string | number | null,
): Column<MetricView> => ({ key, title, value })

/** What the downloaded list has: one column for each thing, so that it can be sorted and counted. */
export const metricExportColumns: Column<MetricView>[] = [
  text('title', 'Metric', ({ metric }) => metric.title),
  text('outcome', 'Outcome', ({ metric }) => metric.outcome),
  text('narrower', 'Narrower than the outcome', ({ metric }) =>
    metric.narrowerThanOutcome ? NARROWER : 'No',
  ),
  text('kind', 'Kind', ({ metric }) => kindOfMetricWords[metric.kind]),
  text('troubles', 'What stands in the way', troublesInWords),
  text('direction', 'Direction', ({ metric }) => directionInWords(metric)),
  text('frequency', 'How often', ({ metric }) => frequencyInWords(metric)),
  text('baseline', 'Baseline', ({ metric }) => metric.baseline),
  text('target', 'Target', ({ metric }) => metric.target),
  text('unit', 'Unit', ({ metric, latest }) => metric.unit ?? latest?.unit ?? null),
  text('value', 'Latest reading', ({ latest }) => latest?.value ?? null),
  text('period', 'Period of the latest reading', ({ latest }) => (latest ? periodInWords(latest) : null)),
  text('place', 'Place', ({ latest }) => latest?.place ?? null),
  text('compared', 'Compared with', ({ latest }) => (latest ? comparedInWords(latest) : null)),
  text('caveats', 'Caveats', ({ latest }) => latest?.caveats.join(' ') || null),
  text('dataset', 'Source of the latest reading', ({ latest }) => latest?.dataset ?? null),
  text('source', 'Source of the data', ({ metric }) => metric.dataSource),
  text('readings', 'Readings', ({ readings }) => readings),
  text('verdict', 'What the readings tell', ({ verdict }) => verdictWords[verdict.kind]),
]
