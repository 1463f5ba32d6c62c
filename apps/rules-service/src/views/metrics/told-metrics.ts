import {
  type FrameworkLibrary,
  lastDayOf,
  type Metric,
  type MetricSeries,
  type MetricTrouble,
  type Reading,
  sinceInWords,
  standingReadings,
} from '@workplan/domain'
import { subjectsIn } from '../../rules/subjects-in.ts'
import type { LoadedProgramme } from '../../store/programme.ts'
import { NOTHING_TO_TELL, seriesOf } from './metric-series.ts'

/** What is known of a metric on the programme's moment. */
export interface ToldMetric {
  metric: Metric
  /** Worst first. */
  troubles: MetricTrouble[]
  /** The latest reading with a period, or the last one recorded. */
  latest: Reading | null
  /** Readings that stand. */
  readings: number
  series: MetricSeries[]
  verdict: MetricSeries['verdict']
}

/** Every metric of a programme: late ones first, the longest silence first of all, then blocked and never read ones. */
export function toldMetrics(
  programme: Pick<LoadedProgramme, 'state' | 'asAt'>,
  library: FrameworkLibrary,
): ToldMetric[] {
  const { metric: metrics, reading } = programme.state.records
  const readings = Map.groupBy(standingReadings(reading), ({ metric }) => metric)
  // When a reading is overdue is for the facts of the rules to say.
  const late = new Set(
    subjectsIn(programme, library)
      .filter(({ kind, facts }) => kind === 'metric' && Number(facts['daysReadingOverdue'] ?? 0) > 0)
      .map(({ id }) => id),
  )
  return metrics
    .map((metric) => {
      const ofMetric = readings.get(metric.id) ?? []
      const latest = ofMetric.toSorted(latestFirst)[0] ?? null
      const series = seriesOf(metric, ofMetric)
      const since = late.has(metric.id) && latest?.period ? sinceInWords(latest.period, programme.asAt) : null
      return {
        metric,
        troubles: troublesOf(metric, latest, since),
        latest,
        readings: ofMetric.length,
        series,
        verdict: series[0]?.verdict ?? NOTHING_TO_TELL,
      }
    })
    .toSorted(byTrouble)
}

/** Readings without a period come last. */
export function latestFirst(one: Reading, other: Reading): number {
  return endOf(other).localeCompare(endOf(one))
}

function troublesOf({ blockedBy }: Metric, latest: Reading | null, since: string | null): MetricTrouble[] {
  const troubles: MetricTrouble[] = []
  if (since !== null) troubles.push({ kind: 'late', text: `No reading for ${since}` })
  if (blockedBy !== null) troubles.push({ kind: 'blocked', text: `Blocked by: ${blockedBy}` })
  if (latest === null) troubles.push({ kind: 'never-read', text: 'Never read' })
  return troubles
}

const ORDER: readonly MetricTrouble['kind'][] = ['late', 'blocked', 'never-read']

function byTrouble(one: ToldMetric, other: ToldMetric): number {
  return rankOf(one) - rankOf(other) || silentSince(one).localeCompare(silentSince(other))
}

function rankOf({ troubles: [worst] }: ToldMetric): number {
  return worst ? ORDER.indexOf(worst.kind) : ORDER.length
}

function silentSince({ troubles: [worst], latest }: ToldMetric): string {
  return worst?.kind === 'late' && latest ? endOf(latest) : ''
}

function endOf({ period }: Reading): string {
  return period === null ? '' : lastDayOf(period)
}
