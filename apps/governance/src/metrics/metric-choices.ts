import type { MetricView } from '@workplan/domain'
import type { SelectOption } from '@workplan/ui'
import { troubleWords, verdictWords } from './metric-words.ts'

/** The filters of the metrics, as they stand in the address. */
export const METRIC_FILTER_KEYS = ['trouble', 'outcome', 'tells', 'q'] as const
export type MetricFilterKey = (typeof METRIC_FILTER_KEYS)[number]
export type MetricFilterValues = Partial<Record<MetricFilterKey, string>>

export interface MetricFilterField {
  key: Exclude<MetricFilterKey, 'q'>
  label: string
  options: SelectOption[]
}

/** The filters with a choice, each with the values that there are. */
export function metricFilterFields(metrics: readonly MetricView[]): MetricFilterField[] {
  const outcomes = unique(metrics.map(({ metric }) => metric.outcome ?? ''))
  return [
    {
      key: 'trouble',
      label: 'What stands in the way',
      options: [...all(), { value: 'none', text: 'Nothing' }, ...worded(troubleWords)],
    },
    {
      key: 'outcome',
      label: 'Outcome',
      options: [...all(), ...outcomes.filter(Boolean).map((value) => ({ value, text: value }))],
    },
    { key: 'tells', label: 'What the readings tell', options: [...all(), ...worded(verdictWords)] },
  ]
}

/** The metrics that the filters leave. */
export function narrowMetrics(metrics: readonly MetricView[], values: MetricFilterValues): MetricView[] {
  const words = (values.q ?? '').toLowerCase().split(/\s+/).filter(Boolean)
  return metrics.filter(
    (view) =>
      hasTrouble(view, values.trouble) &&
      fits(values.outcome, view.metric.outcome) &&
      fits(values.tells, view.verdict.kind) &&
      words.every((word) => textOf(view).includes(word)),
  )
}

function hasTrouble({ troubles }: MetricView, wanted: string | undefined): boolean {
  if (!wanted) return true
  return wanted === 'none' ? troubles.length === 0 : troubles.some(({ kind }) => kind === wanted)
}

function fits(wanted: string | undefined, found: string | null): boolean {
  return !wanted || wanted === found
}

function textOf({ metric, latest, troubles }: MetricView): string {
  const parts = [metric.title, metric.outcome, metric.dataSource, metric.note, latest?.place, latest?.dataset]
  return [...parts, ...troubles.map(({ text }) => text)].filter(Boolean).join('\n').toLowerCase()
}

function all(): SelectOption[] {
  return [{ value: '', text: 'All' }]
}

function worded(words: Record<string, string>): SelectOption[] {
  return Object.entries(words).map(([value, text]) => ({ value, text }))
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)]
}
