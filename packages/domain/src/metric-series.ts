import { z } from 'zod'
import { Id, PartialDateSchema } from './vocabulary.ts'

/** What keeps a metric from telling anything now, with the words for it; `late` and `blocked` are worst. */
export const MetricTrouble = z.strictObject({
  kind: z.enum(['late', 'blocked', 'never-read']),
  text: z.string(),
})
export type MetricTrouble = z.infer<typeof MetricTrouble>

/**
 * What the run chart says of the latest readings. `too-few`: nobody can tell yet. `noise`: no more than ordinary variation.
 * `better`, `worse`: a change with or against the wanted direction. `changed`: a change where no direction is wanted.
 */
export const ChartVerdict = z.enum(['too-few', 'noise', 'better', 'worse', 'changed'])
export type ChartVerdict = z.infer<typeof ChartVerdict>

const LimitsView = z.strictObject({ mean: z.number(), upper: z.number(), lower: z.number() })

/** A stretch of a run chart with limits of its own; `from` and `to` are places in the points, both included. */
export const ChartStretch = z.strictObject({
  from: z.number().int(),
  to: z.number().int(),
  limits: LimitsView.nullable(),
  /** What the limits rest on: `the first 12 readings, April 2022 to March 2023`. */
  basis: z.string(),
})
export type ChartStretch = z.infer<typeof ChartStretch>

/** One change that is more than noise, in words. */
export const ChartSignal = z.strictObject({
  kind: z.enum(['better', 'worse', 'changed']),
  text: z.string(),
  from: z.number().int(),
  to: z.number().int(),
})
export type ChartSignal = z.infer<typeof ChartSignal>

/** The readings of one place in one unit in the order of time, and what they tell. */
export const MetricSeries = z.strictObject({
  /** `all` where the readings name no place. */
  key: z.string(),
  place: z.string().nullable(),
  unit: z.string(),
  points: z.array(z.strictObject({ id: Id, period: PartialDateSchema, value: z.number() })),
  stretches: z.array(ChartStretch),
  signals: z.array(ChartSignal),
  verdict: z.strictObject({ kind: ChartVerdict, text: z.string() }),
  /** Whether the target can be counted on, in words; null without target, direction or limits. */
  target: z.string().nullable(),
  /** The chart in sentences, for people who do not see it. */
  alternative: z.string(),
})
export type MetricSeries = z.infer<typeof MetricSeries>
