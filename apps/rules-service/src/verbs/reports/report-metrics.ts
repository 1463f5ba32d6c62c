import type { FrameworkLibrary, ReportMetric } from '@workplan/domain'
import type { LoadedProgramme } from '../../store/programme.ts'
import { toldMetrics } from '../../views/metrics/told-metrics.ts'

/** What a report says of the outcome metrics, late and blocked ones first. Only a chart with limits is worth its place. */
export function reportMetrics(
  programme: Pick<LoadedProgramme, 'state' | 'asAt'>,
  library: FrameworkLibrary,
): ReportMetric[] {
  return toldMetrics(programme, library).map(({ metric, troubles, latest, verdict, series: [first] }) => ({
    id: metric.id,
    title: metric.title,
    outcome: metric.outcome,
    direction: metric.direction,
    baseline: metric.baseline,
    target: metric.target,
    unit: metric.unit,
    narrowerThanOutcome: metric.narrowerThanOutcome,
    troubles,
    latest: latest && {
      value: latest.value,
      unit: latest.unit,
      period: latest.period,
      place: latest.place,
      caveats: latest.caveats,
    },
    verdict,
    series: first?.stretches.some(({ limits }) => limits !== null) ? first : null,
  }))
}
