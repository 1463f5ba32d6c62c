import { formatPartialDate, type Metric, type MetricChange, type NewMetric } from '@workplan/domain'
import { parsePartialDate } from '@workplan/shell'
import { directionWords, frequencyWords, kindOfMetricWords } from './metric-words.ts'
import { numberText, parseNumber } from './number-text.ts'
import type { Draft } from './use-text-form.ts'

export const metricLabels = {
  title: 'What is measured',
  outcome: 'What it should show for people',
  direction: 'Wanted direction',
  target: 'Target',
  baseline: 'Baseline',
  unit: 'Unit',
  frequency: 'How often it is read',
  dataSource: 'Source of the data',
  blockedBy: 'Blocked by',
  limitsFrom: 'Draw limits anew from',
} as const

export type MetricField = keyof typeof metricLabels
export type MetricDraft = Draft<MetricField>

/** The form's text for a metric as it stands. */
export function metricDraftOf(metric: Metric): MetricDraft {
  return {
    title: metric.title,
    outcome: metric.outcome ?? '',
    direction: metric.direction ?? '',
    target: numberText(metric.target),
    baseline: numberText(metric.baseline),
    unit: metric.unit ?? '',
    frequency: metric.frequency ?? '',
    dataSource: metric.dataSource ?? '',
    blockedBy: metric.blockedBy ?? '',
    limitsFrom: metric.limitsFrom === undefined ? '' : formatPartialDate(metric.limitsFrom),
  }
}

/** What must be put right before a change can be sent, by field. */
export function metricProblems(draft: MetricDraft): Partial<Record<MetricField, string>> {
  const problems: Partial<Record<MetricField, string>> = { ...titleProblem(draft), ...numberProblems(draft) }
  if (draft.limitsFrom.trim() !== '' && parsePartialDate(draft.limitsFrom) === null)
    problems.limitsFrom = 'This must be a date, such as April 2023'
  return problems
}

function titleProblem({ title }: Pick<MetricDraft, 'title'>) {
  return title.trim() === '' ? { title: 'Say what is measured' } : {}
}

function numberProblems(draft: Pick<MetricDraft, 'target' | 'baseline'>) {
  const problems: Partial<Record<'target' | 'baseline', string>> = {}
  for (const field of ['target', 'baseline'] as const)
    if (draft[field].trim() !== '' && parseNumber(draft[field]) === null)
      problems[field] = `${metricLabels[field]} must be a number, such as 42 or 12.5`
  return problems
}

/** The change to send: only the fields named; check the draft first. */
export function metricChangeOf(
  draft: MetricDraft,
  fields: readonly MetricField[],
  reason: string,
): MetricChange {
  const whole = { ...nameOf(draft), ...aimOf(draft), limitsFrom: parsePartialDate(draft.limitsFrom) }
  return { ...Object.fromEntries(fields.map((field) => [field, whole[field]])), reason }
}

function nameOf({ title, outcome }: Pick<MetricDraft, 'title' | 'outcome'>) {
  return { title: title.trim(), outcome: outcome.trim() || null }
}

function aimOf(draft: Omit<MetricDraft, 'title' | 'outcome' | 'limitsFrom'>) {
  return {
    direction: keyOf(directionWords, draft.direction),
    target: parseNumber(draft.target),
    baseline: parseNumber(draft.baseline),
    unit: draft.unit.trim() || null,
    frequency: keyOf(frequencyWords, draft.frequency),
    dataSource: draft.dataSource.trim() || null,
    blockedBy: draft.blockedBy.trim() || null,
  }
}

const { title, outcome, limitsFrom: _limitsFrom, ...aimLabels } = metricLabels

export const newMetricLabels = { title, outcome, kind: 'How it is known', ...aimLabels } as const
export type NewMetricField = keyof typeof newMetricLabels
export type NewMetricDraft = Draft<NewMetricField>

/** An empty form: an indicator, unless somebody chooses otherwise. */
export function emptyMetricDraft(): NewMetricDraft {
  return {
    ...{ title: '', outcome: '', kind: 'indicator', direction: '', target: '', baseline: '' },
    ...{ unit: '', frequency: '', dataSource: '', blockedBy: '' },
  }
}

/** What must be put right before a metric can be added, by field. */
export function newMetricProblems(draft: NewMetricDraft): Partial<Record<NewMetricField, string>> {
  return { ...titleProblem(draft), ...numberProblems(draft) }
}

/** The metric to send; check the draft first. */
export function newMetricOf(draft: NewMetricDraft): NewMetric {
  return {
    ...nameOf(draft),
    kind: keyOf(kindOfMetricWords, draft.kind) ?? 'indicator',
    ...aimOf(draft),
  }
}

function keyOf<Key extends string>(words: Record<Key, string>, text: string): Key | null {
  return (Object.keys(words) as Key[]).find((key) => key === text) ?? null
}
