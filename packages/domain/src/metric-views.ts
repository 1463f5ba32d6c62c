import { z } from 'zod'
import { Metric, Reading } from './records/metric.ts'
import { FlagEffect, FlagSummary } from './flag-views.ts'
import { RequirementRef } from './reference-views.ts'

/** A reading with the version that a correction starts from. */
export const ReadingView = z.strictObject({ reading: Reading, version: z.number().int() })
export type ReadingView = z.infer<typeof ReadingView>

/**
 * What the run chart says of the latest readings. `too-few`: nobody can tell yet. `noise`: no more than ordinary variation.
 * `better`, `worse`: a change with or against the wanted direction. `changed`: a change where no direction is wanted.
 */
export const ChartVerdict = z.enum(['too-few', 'noise', 'better', 'worse', 'changed'])
export type ChartVerdict = z.infer<typeof ChartVerdict>

export const MetricView = z.strictObject({
  metric: Metric,
  version: z.number().int(),
  serves: z.array(RequirementRef),
  /** Worst first; empty for a metric that is read as agreed. */
  troubles: z.array(MetricTrouble),
  /** The latest reading with a period, or the last one recorded. */
  latest: Reading.nullable(),
  /** Readings that stand. */
  readings: z.number().int(),
  verdict: z.strictObject({ kind: ChartVerdict, text: z.string() }),
  flags: z.array(FlagSummary),
  mayUpdate: z.boolean(),
})
export type MetricView = z.infer<typeof MetricView>

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

export const MetricDetail = MetricView.extend({
  /** Every reading, the latest first, withdrawn ones included. */
  history: z.array(ReadingView),
  /** The series with most readings first. */
  series: z.array(MetricSeries),
})
export type MetricDetail = z.infer<typeof MetricDetail>

/** The metrics of a programme, the ones in trouble first, and figures that stand by themselves. */
export const MetricList = z.strictObject({ items: z.array(MetricView), figures: z.array(ReadingView) })
export type MetricList = z.infer<typeof MetricList>

/** A metric after a change to it or its readings, and what that did to the flags. */
export const MetricSaved = z.strictObject({ item: MetricDetail, flags: FlagEffect })
export type MetricSaved = z.infer<typeof MetricSaved>

/** A reading after a change, and what that did to the flags. */
export const ReadingSaved = z.strictObject({ item: ReadingView, flags: FlagEffect })
export type ReadingSaved = z.infer<typeof ReadingSaved>
