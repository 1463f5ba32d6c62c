import {
  firstDayOf,
  formatPartialDate,
  type IsoDate,
  type Metric,
  type NewReading,
  type Reading,
  type ReadingChange,
} from '@workplan/domain'
import { parsePartialDate } from '@workplan/shell'
import { numberText, parseNumber } from './number-text.ts'
import type { Draft } from './use-text-form.ts'

export const readingLabels = {
  period: 'Period',
  value: 'Value',
  unit: 'Unit',
  dataset: 'Source of the figure',
  place: 'Place',
  comparator: 'Compared with',
  standing: 'How it compares',
  caveats: 'Caveats',
} as const

export type ReadingField = keyof typeof readingLabels
export type ReadingDraft = Draft<ReadingField>

/** The form's text for a reading as it stands; caveats one on each line. */
export function readingDraftOf(reading: Reading): ReadingDraft {
  return {
    period: reading.period === null ? '' : formatPartialDate(reading.period),
    value: numberText(reading.value),
    unit: reading.unit,
    dataset: reading.dataset ?? '',
    place: reading.place ?? '',
    comparator: reading.comparator ?? '',
    standing: reading.standing ?? '',
    caveats: reading.caveats.join('\n'),
  }
}

/** An empty form for the next reading: what stays the same from one to the next is there already. */
export function nextReadingDraft(metric: Metric, latest: Reading | null): ReadingDraft {
  return {
    period: nextPeriod(metric.frequency, latest?.period ?? null),
    value: '',
    unit: metric.unit ?? latest?.unit ?? '',
    dataset: latest?.dataset ?? metric.dataSource ?? '',
    place: latest?.place ?? '',
    comparator: latest?.comparator ?? '',
    standing: '',
    caveats: latest?.caveats.join('\n') ?? '',
  }
}

/** What must be put right before a reading can be sent, by field. The service checks again. */
export function readingProblems(draft: ReadingDraft, asAt: IsoDate): Partial<Record<ReadingField, string>> {
  const problems: Partial<Record<ReadingField, string>> = {}
  const period = parsePartialDate(draft.period)
  if (period === null) problems.period = 'Period must be a date, such as March 2023, 31 March 2023 or 2023'
  else if (firstDayOf(period) > asAt)
    problems.period = `The period must have begun by ${formatPartialDate(asAt)}`
  if (parseNumber(draft.value) === null) problems.value = 'Value must be a number, such as 42 or 12.5'
  if (draft.unit.trim() === '') problems.unit = 'Say in what it is counted, such as percent or people'
  if (draft.dataset.trim() === '') problems.dataset = 'Say where the figure comes from'
  if (draft.standing !== '' && draft.comparator.trim() === '')
    problems.comparator = 'Say what it is compared with'
  return problems
}

/** Names the form of a new reading of a metric among the kept drafts of its writer. */
export function placeOfReading(metric: string): string {
  return `new-reading-of-${metric}`
}

/** The reading to send; check the draft first. */
export function newReadingOf(draft: ReadingDraft): NewReading {
  const { period, value, unit, dataset, ...rest } = wholeReading(draft)
  if (period === null || value === null) throw new Error('the draft was not checked')
  return { period, value, unit, dataset, ...rest }
}

/** The correction to send: only the fields named; check the draft first. */
export function readingChangeOf(
  draft: ReadingDraft,
  fields: readonly ReadingField[],
  reason: string,
): ReadingChange {
  const whole = wholeReading(draft)
  const change = Object.fromEntries(fields.map((field) => [field, whole[field]]))
  return { ...change, reason }
}

function wholeReading(draft: ReadingDraft) {
  return {
    period: parsePartialDate(draft.period),
    value: parseNumber(draft.value),
    unit: draft.unit.trim(),
    dataset: draft.dataset.trim(),
    place: draft.place.trim() || null,
    comparator: draft.comparator.trim() || null,
    standing: standingOf(draft.standing),
    caveats: draft.caveats
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  }
}

function standingOf(text: string): Reading['standing'] {
  return text === 'better' || text === 'same' || text === 'worse' ? text : null
}

const MONTHS: Partial<Record<NonNullable<Metric['frequency']>, number>> = {
  monthly: 1,
  quarterly: 3,
  'twice-yearly': 6,
}

/** The period after the last one read, where the rhythm says which; nothing otherwise. */
function nextPeriod(frequency: Metric['frequency'], period: string | null): string {
  if (period === null) return ''
  if (period.length === 4) return frequency === 'annual' ? String(Number(period) + 1) : ''
  const months = frequency === null ? undefined : MONTHS[frequency]
  if (period.length !== 7 || months === undefined) return ''
  const [year, month] = period.split('-').map(Number) as [number, number]
  const next = year * 12 + month - 1 + months
  return formatPartialDate(`${Math.floor(next / 12)}-${String((next % 12) + 1).padStart(2, '0')}`)
}
