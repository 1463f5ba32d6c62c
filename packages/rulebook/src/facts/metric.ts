import {
  chartStretches,
  lastDayOf,
  type Metric,
  type PartialDate,
  type Reading,
  runChart,
  type RunSignal,
  standingReadings,
} from '@workplan/domain'
import { hasSignal } from '../lexicon/read-signals.ts'
import { daysSince, type FactContext, recordRef, requirementRef } from './context.ts'
import { daysOverdue } from './days-overdue.ts'
import { subjectMaker } from './declaration.ts'
import { metricFacts } from './metric-facts.ts'
import type { Subject } from './subject.ts'

const metricSubject = subjectMaker('metric', metricFacts)

/** One subject for each metric. */
export function metricSubjects(context: FactContext): Subject[] {
  const { records } = context.state
  const standing = standingReadings(records.reading)
  return records.metric.map((metric) => {
    const readings = standing.filter((reading) => reading.metric === metric.id)
    const dated = readings.filter(hasPeriod).toSorted(byEnd)
    const sinceReading = daysSince(dated.at(-1)?.period ?? null, context.asAt)
    const move = latestMove(metric, dated)
    const serves = metric.serves.flatMap((id) => context.requirements.get(id) ?? [])
    const missing = missingFrom(metric)
    return metricSubject(
      {
        id: metric.id,
        title: metric.title,
        audience: [...new Set(serves.flatMap((entry) => entry.audience))],
        workstreams: [],
        requirements: context.countsUnder(metric.serves),
        records: [
          recordRef('metric', metric, metric.title),
          ...readings.map((reading) => recordRef('reading', reading, reading.title)),
          ...serves.map(requirementRef),
        ],
      },
      {
        kind: metric.kind,
        missing,
        missingCount: missing.length,
        hasFrequency: hasFrequency(metric),
        isBlocked: metric.blockedBy !== null,
        blockedBy: metric.blockedBy,
        readings: readings.length,
        daysSinceReading: sinceReading,
        directionStated: metric.direction !== null,
        narrowerThanOutcome: metric.narrowerThanOutcome,
        definitionOpen: isDefinitionOpen(metric),
        daysReadingOverdue: daysOverdue(metric.frequency, sinceReading),
        ...move,
      },
    )
  })
}

function missingFrom(metric: Metric): string[] {
  const isWords = metric.kind === 'feedback'
  return [
    !isWords && metric.baseline === null ? 'baseline' : null,
    !isWords && metric.target === null ? 'target' : null,
    hasFrequency(metric) ? null : 'frequency',
  ].filter((part) => part !== null)
}

function hasFrequency({ frequency, frequencyAsStated }: Metric): boolean {
  return frequency !== null && !hasSignal('to-be-confirmed', frequencyAsStated)
}

/** The note on the frequency speaks of the measure itself, as in `Confirm description`. */
function isDefinitionOpen({ frequency, frequencyAsStated, title }: Metric): boolean {
  const saidOfMeasure = frequency !== null && hasSignal('to-be-confirmed', frequencyAsStated)
  return saidOfMeasure || /\bmetric\b/i.test(frequencyAsStated ?? '') || hasSignal('to-be-confirmed', title)
}

/**
 * The latest value against the one before it that can be compared, or against the baseline. Where there are enough readings
 * for limits, only a change beyond ordinary variation counts as a move.
 */
function latestMove(metric: Metric, dated: readonly DatedReading[]) {
  const { direction, baseline, unit } = metric
  const latest = dated.at(-1)
  const wrongSide = direction === 'increase' ? 'low' : direction === 'decrease' ? 'high' : null
  const alike = dated.filter((reading) => reading.unit === latest?.unit && reading.place === latest.place)
  const beyondNoise = latest && wrongSide && moveBeyondNoise(metric, alike, wrongSide)
  if (beyondNoise) return beyondNoise
  const before = dated
    .slice(0, -1)
    .findLast((reading) => reading.unit === latest?.unit && reading.place === latest.place)
  const sameUnit = latest !== undefined && (unit === null || unit === latest.unit)
  const earlierValue = before?.value ?? (sameUnit ? baseline : null)
  const latestValue = latest?.value ?? null
  const change = latestValue === null || earlierValue === null ? null : latestValue - earlierValue
  const wrongWay = direction === 'increase' ? -1 : direction === 'decrease' ? 1 : null
  return {
    latestValue,
    earlierValue,
    movedWrongWayBy: change === null || wrongWay === null ? null : Math.max(0, change * wrongWay),
  }
}

/** How far the latest reading is from the mean, or from where a trend began; null with too few readings to tell. */
function moveBeyondNoise(
  { limitsFrom }: Metric,
  alike: readonly DatedReading[],
  wrongSide: RunSignal['side'],
) {
  const periods = alike.map(({ period }) => period)
  const from = chartStretches(periods, limitsFrom).at(-1)?.[0] ?? 0
  const values = alike.slice(from).map(({ value }) => value)
  const { limits, signals } = runChart(values)
  const latestValue = values.at(-1)
  if (limits === null || latestValue === undefined) return null
  const signal = signals.find(({ side, to }) => side === wrongSide && to === values.length - 1)
  const before = signal?.rule === 'trend' ? values[signal.from] : limits.mean
  const earlierValue = Math.round((before ?? limits.mean) * 100) / 100
  return { latestValue, earlierValue, movedWrongWayBy: signal ? Math.abs(latestValue - earlierValue) : 0 }
}

type DatedReading = Reading & { period: PartialDate }

function hasPeriod(reading: Reading): reading is DatedReading {
  return reading.period !== null
}

function byEnd(one: DatedReading, other: DatedReading): number {
  return lastDayOf(one.period) < lastDayOf(other.period) ? -1 : 1
}
