import {
  chartStretches,
  type ChartSignal,
  type ChartStretch,
  figureInWords,
  lastDayOf,
  type Metric,
  type MetricSeries,
  type PartialDate,
  type Reading,
  READINGS_FOR_LIMITS,
  runChart,
  type RunLimits,
  standingReadings,
} from '@workplan/domain'
import {
  basisInWords,
  meaningOf,
  type Point,
  signalInWords,
  spanInWords,
  targetInWords,
} from './chart-words.ts'

type DatedReading = Reading & { period: PartialDate }
type Judged = { stretch: ChartStretch; limits: RunLimits | null; signals: ChartSignal[] }

/** The readings of a metric that can be put in order, by place and unit; the series with most readings first. */
export function seriesOf(metric: Metric, readings: readonly Reading[]): MetricSeries[] {
  const dated = standingReadings(readings).filter(hasPeriod)
  const groups = [...Map.groupBy(dated, ({ place, unit }) => (place === null ? unit : `${place}, ${unit}`))]
  return groups
    .map(([key, ofGroup]) => oneSeries(key, metric, ofGroup.toSorted(byTime)))
    .toSorted((one, other) => other.points.length - one.points.length)
}

/** What a metric without a reading in time tells. */
export const NOTHING_TO_TELL: MetricSeries['verdict'] = {
  kind: 'too-few',
  text: `Too few readings to tell a change from noise: none of the ${READINGS_FOR_LIMITS} that limits need.`,
}

function oneSeries(key: string, metric: Metric, readings: readonly DatedReading[]): MetricSeries {
  const [first] = readings
  const unit = first?.unit ?? ''
  const points = readings.map(({ id, period, value }) => ({ id, period, value }))
  const periods = points.map(({ period }) => period)
  const judged = chartStretches(periods, metric.limitsFrom).map(([from, to]) =>
    judge(points, from, to, metric, unit),
  )
  const current = judged.at(-1)
  const signals = judged.flatMap((each) => each.signals)
  const verdict = verdictOf(points, current, metric)
  const target = targetInWords(metric, current?.limits ?? null, unit)
  return {
    key,
    place: first?.place ?? null,
    unit,
    points,
    stretches: judged.map(({ stretch }) => stretch),
    signals,
    verdict,
    target,
    alternative: alternativeOf(points, unit, { verdict, signals, target, limits: current?.limits ?? null }),
  }
}

function judge(points: readonly Point[], from: number, to: number, metric: Metric, unit: string): Judged {
  const { limits, signals } = runChart(points.slice(from, to + 1).map(({ value }) => value))
  return {
    limits,
    stretch: {
      from,
      to,
      limits: limits && { mean: limits.mean, upper: limits.upper, lower: limits.lower },
      basis: basisInWords(points, from, to),
    },
    signals:
      limits === null
        ? []
        : signals.map((signal) => {
            const here = { ...signal, from: signal.from + from, to: signal.to + from }
            return {
              kind: meaningOf(signal.side, metric.direction),
              text: signalInWords(here, points, limits, unit),
              from: here.from,
              to: here.to,
            }
          }),
  }
}

/** A change counts for the verdict while the latest reading is part of it. */
function verdictOf(
  points: readonly Point[],
  current: Judged | undefined,
  { limitsFrom }: Metric,
): MetricSeries['verdict'] {
  if (!current) return NOTHING_TO_TELL
  const { stretch, limits, signals } = current
  if (limits === null) {
    const since = limitsFrom !== undefined && stretch.from > 0 ? ' since limits are drawn anew' : ''
    return {
      kind: 'too-few',
      text: `Too few readings to tell a change from noise: ${stretch.basis}${since}.`,
    }
  }
  const now = signals.filter(({ to }) => to === points.length - 1)
  const [worst] = now.toSorted((one, other) => RANK[one.kind] - RANK[other.kind])
  if (worst)
    return { kind: worst.kind, text: `${VERDICTS[worst.kind]} ${now.map(({ text }) => text).join('; ')}.` }
  const earlier = signals.at(-1)
  return {
    kind: 'noise',
    text:
      'The latest readings vary no more than is ordinary: no change that is more than noise.' +
      (earlier ? ` The last such change: ${earlier.text}.` : ''),
  }
}

const RANK = { worse: 0, changed: 1, better: 2 }

const VERDICTS: Record<ChartSignal['kind'], string> = {
  better: 'A change for the better that is more than noise.',
  worse: 'A change for the worse that is more than noise.',
  changed: 'A change that is more than noise.',
}

function alternativeOf(
  points: readonly Point[],
  unit: string,
  {
    verdict,
    signals,
    target,
    limits,
  }: Pick<MetricSeries, 'verdict' | 'signals' | 'target'> & { limits: RunLimits | null },
): string {
  const last = points.length - 1
  const figure = (value: number) => figureInWords(value, unit)
  const latest = points[last]
  return [
    points.length === 1
      ? `1 reading, ${spanInWords(points, 0, 0)}.`
      : `${points.length} readings, ${spanInWords(points, 0, last)}.`,
    latest && `The latest is ${figure(latest.value)}.`,
    limits &&
      `Mean ${figure(limits.mean)}, lower limit ${figure(limits.lower)}, upper limit ${figure(limits.upper)}.`,
    verdict.text,
    ...signals.filter(({ to }) => to !== last).map(({ text }) => `Earlier: ${text}.`),
    target,
  ]
    .filter(Boolean)
    .join(' ')
}

function hasPeriod(reading: Reading): reading is DatedReading {
  return reading.period !== null
}

function byTime(one: DatedReading, other: DatedReading): number {
  return lastDayOf(one.period).localeCompare(lastDayOf(other.period)) || one.id.localeCompare(other.id)
}
