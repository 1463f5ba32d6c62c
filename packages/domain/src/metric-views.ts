import { z } from 'zod'
import { ChartVerdict, MetricSeries, MetricTrouble } from './metric-series.ts'
import { Metric, Reading } from './records/metric.ts'
import { FlagEffect, FlagSummary } from './flag-views.ts'
import { RequirementRef } from './reference-views.ts'

/** A reading with the version that a correction starts from. */
export const ReadingView = z.strictObject({ reading: Reading, version: z.number().int() })
export type ReadingView = z.infer<typeof ReadingView>

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
