import { z } from 'zod'
import { Id, IsoDateSchema, Level, PartialDateSchema, recordBase } from '../vocabulary.ts'

export const Metric = z.strictObject({
  ...recordBase,
  title: z.string().min(1),
  kind: z.enum(['indicator', 'survey', 'feedback']),
  /** The outcome it stands for, in words, and the requirement it serves if one is named. */
  outcome: z.string().nullable(),
  serves: z.array(Id),
  direction: z.enum(['increase', 'decrease', 'maintain']).nullable(),
  frequency: z.enum(['monthly', 'quarterly', 'twice-yearly', 'annual', 'other']).nullable(),
  frequencyAsStated: z.string().nullable(),
  baseline: z.number().nullable(),
  target: z.number().nullable(),
  unit: z.string().nullable(),
  dataSource: z.string().nullable(),
  /** What has to exist before it can be read, such as a shared record. */
  blockedBy: z.string().nullable(),
  /** True when it measures less than the outcome says. */
  narrowerThanOutcome: z.boolean(),
  /** The first period of a new way of working, from which limits are drawn anew; left out where there is none. */
  limitsFrom: PartialDateSchema.optional(),
})
export type Metric = z.infer<typeof Metric>

/** One value of a metric, or a figure that stands by itself when `metric` is null. */
export const Reading = z.strictObject({
  ...recordBase,
  metric: Id.nullable(),
  title: z.string().min(1),
  value: z.number(),
  unit: z.string(),
  period: PartialDateSchema.nullable(),
  dataset: z.string().nullable(),
  place: z.string().nullable(),
  comparator: z.string().nullable(),
  /** How it stands against the comparator, as the source tells it; null when the source does not say. */
  standing: z.enum(['better', 'same', 'worse']).nullable().default(null),
  caveats: z.array(z.string()),
  /** The reading this one is a part of. */
  partOf: Id.nullable(),
  /** The day on which it was taken back. It stays on record and counts for nothing; left out while it stands. */
  withdrawnOn: IsoDateSchema.optional(),
})
export type Reading = z.infer<typeof Reading>

/** The readings that count: those nobody has taken back. */
export function standingReadings(readings: readonly Reading[]): Reading[] {
  return readings.filter(({ withdrawnOn }) => withdrawnOn === undefined)
}

/**
 * A figure or statement already published, to be checked against the records. `about` names the records or
 * requirements it speaks of; `figure` is what was printed and `check` how it can be recomputed.
 */
export const Claim = z.strictObject({
  ...recordBase,
  title: z.string().min(1),
  statement: z.string().min(1),
  publishedIn: z.string().min(1),
  publishedOn: PartialDateSchema.nullable(),
  about: z.array(Id),
  figures: z.record(z.string(), z.number()),
  check: z
    .discriminatedUnion('kind', [
      /** Percentages at each level and at level 3 and above of one ambition, over all scored measures. */
      z.strictObject({ kind: z.literal('percent-at-level'), ambition: Id }),
      /** The letter given and the letter that the answer's own text fits. */
      z.strictObject({
        kind: z.literal('letter-and-text'),
        given: z.string().nullable(),
        textSuggests: z.string().nullable(),
      }),
      /** Figures that belong together: the names of the parts and of the total they should add up to. */
      z.strictObject({
        kind: z.literal('parts-and-total'),
        parts: z.array(z.string()).min(2),
        total: z.string(),
      }),
      /** A statement that most measures of a framework stand at one level. */
      z.strictObject({ kind: z.literal('mostly-at-level'), framework: Id, level: Level }),
    ])
    .nullable(),
})
export type Claim = z.infer<typeof Claim>
