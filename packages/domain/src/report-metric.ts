import { z } from 'zod'
import { ChartVerdict, MetricSeries, MetricTrouble } from './metric-series.ts'
import { Id, PartialDateSchema } from './vocabulary.ts'

/** What a report says of one outcome metric: what stands in its way, its latest reading, and what its readings tell. */
export const ReportMetric = z.strictObject({
  id: Id,
  title: z.string(),
  outcome: z.string().nullable(),
  direction: z.enum(['increase', 'decrease', 'maintain']).nullable(),
  baseline: z.number().nullable(),
  target: z.number().nullable(),
  unit: z.string().nullable(),
  /** True when it measures less than the outcome says. */
  narrowerThanOutcome: z.boolean(),
  troubles: z.array(MetricTrouble),
  latest: z
    .strictObject({
      value: z.number(),
      unit: z.string(),
      period: PartialDateSchema.nullable(),
      place: z.string().nullable(),
      caveats: z.array(z.string()),
    })
    .nullable(),
  verdict: z.strictObject({ kind: ChartVerdict, text: z.string() }),
  /** The readings behind the chart; null while there are too few for limits. */
  series: MetricSeries.nullable(),
})
export type ReportMetric = z.infer<typeof ReportMetric>
