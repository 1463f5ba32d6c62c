import { z } from 'zod'
import { firstDayOf, type IsoDate } from './dates.ts'
import { Metric, Reading } from './records/metric.ts'
import { statedNow } from './stated-now.ts'
import { type Basis, PartialDateSchema } from './vocabulary.ts'

const reason = z.string().trim().min(1).max(1000)
const words = (most: number) => z.string().trim().min(1).max(most)

const readingFields = {
  value: z.number(),
  unit: words(60),
  /** The time that the value is for. */
  period: PartialDateSchema,
  /** Where the value comes from. */
  dataset: words(300),
  place: words(120).nullable(),
  comparator: words(200).nullable(),
  standing: Reading.shape.standing.unwrap(),
  caveats: z.array(words(500)).max(20),
}

/** A value of a metric to put on record. */
export const NewReading = z.strictObject({
  ...readingFields,
  place: readingFields.place.optional(),
  comparator: readingFields.comparator.optional(),
  standing: readingFields.standing.optional(),
  caveats: readingFields.caveats.optional(),
})
export type NewReading = z.infer<typeof NewReading>

/** A correction of a reading, or its withdrawal; the reason is kept in the journal. A field left out stays as it is. */
export const ReadingChange = z
  .strictObject({ ...z.object(readingFields).partial().shape, withdrawn: z.boolean().optional(), reason })
  .refine(changesSomething, { message: 'Change at least one field' })
export type ReadingChange = z.infer<typeof ReadingChange>

const aim = {
  direction: Metric.shape.direction,
  frequency: Metric.shape.frequency,
  baseline: z.number().nullable(),
  target: z.number().nullable(),
  unit: words(60).nullable(),
  dataSource: words(300).nullable(),
  blockedBy: words(300).nullable(),
}

const name = { title: words(200), outcome: words(500).nullable() }

/** A metric to put on record: what is measured, for which outcome, and what it aims at. */
export const NewMetric = z.strictObject({
  ...name,
  kind: Metric.shape.kind,
  ...z.object(aim).partial().shape,
})
export type NewMetric = z.infer<typeof NewMetric>

/**
 * A change of what a metric is called, aims at or how it is read; the reason is kept in the journal. Null empties a field.
 */
export const MetricChange = z
  .strictObject({
    ...z.object({ ...name, ...aim }).partial().shape,
    limitsFrom: PartialDateSchema.nullable().optional(),
    reason,
  })
  .refine(changesSomething, { message: 'Change at least one field' })
export type MetricChange = z.infer<typeof MetricChange>

function changesSomething(change: object): boolean {
  return Object.keys(change).some((key) => key !== 'reason')
}

/** Why a reading or a metric cannot be so, as field and sentence. */
export interface MetricProblem {
  field: string
  message: string
}

/** The metric after a change. A frequency in the programme's own words ends with a new frequency. */
export function changeMetric(
  metric: Metric,
  { reason: _reason, limitsFrom, ...change }: MetricChange,
): Metric {
  const { limitsFrom: before, basis, ...rest } = metric
  const from = limitsFrom === undefined ? before : (limitsFrom ?? undefined)
  return {
    ...rest,
    ...change,
    ...(from !== undefined && { limitsFrom: from }),
    ...(change.frequency !== undefined && { frequencyAsStated: null }),
    ...basisAfter(basis, Object.keys(change)),
  }
}

/** The reading after a correction made on `asAt`. */
export function changeReading(
  reading: Reading,
  { reason: _reason, withdrawn, ...change }: ReadingChange,
  asAt: IsoDate,
): Reading {
  const { withdrawnOn: before, basis, ...rest } = reading
  const withdrawnOn = withdrawn === undefined ? before : withdrawn ? (before ?? asAt) : undefined
  return {
    ...rest,
    ...change,
    ...(withdrawnOn !== undefined && { withdrawnOn }),
    ...basisAfter(basis, Object.keys(change)),
  }
}

/**
 * What stands against a reading: a period that has not begun on `asAt`, a comparison without a comparator, or another
 * reading of the same metric, period, unit and place that stands.
 */
export function problemsWithReading(
  reading: Reading,
  others: readonly Reading[],
  asAt: IsoDate,
): MetricProblem[] {
  if (reading.withdrawnOn !== undefined) return []
  const problems: MetricProblem[] = []
  if (reading.period !== null && firstDayOf(reading.period) > asAt)
    problems.push({ field: 'period', message: 'The period must have begun' })
  if (reading.standing !== null && reading.comparator === null)
    problems.push({ field: 'comparator', message: 'Say what it is compared with' })
  if (others.some((other) => saysTheSame(other, reading)))
    problems.push({
      field: 'period',
      message: 'There is a reading for this period already: correct that one, or give another place',
    })
  return problems
}

function saysTheSame(other: Reading, reading: Reading): boolean {
  return (
    other.id !== reading.id &&
    other.withdrawnOn === undefined &&
    reading.metric !== null &&
    reading.period !== null &&
    other.metric === reading.metric &&
    other.period === reading.period &&
    other.unit === reading.unit &&
    other.place === reading.place
  )
}

function basisAfter(basis: Basis | undefined, changed: readonly string[]): { basis?: Basis } {
  const kept = statedNow(basis, changed)
  return kept === undefined ? {} : { basis: kept }
}
