import { lastDayOf, type Metric } from '@workplan/domain'
import { hasSignal } from '../lexicon/read-signals.ts'
import { daysSince, type FactContext, recordRef, requirementRef } from './context.ts'
import { type SubjectFacts, subjectMaker } from './declaration.ts'
import type { Subject } from './subject.ts'

/** What is known of one outcome measure. */
export const metricFacts = {
  kind: { label: 'Kind of metric', type: 'text', description: 'indicator, survey or feedback.' },
  missing: {
    label: 'What it lacks',
    type: 'list',
    description:
      'Of baseline, target and frequency: those that are missing. Feedback is words and needs neither baseline nor target.',
  },
  missingCount: {
    label: 'How much it lacks',
    type: 'number',
    unit: 'thing',
    description: 'How many of baseline, target and frequency are missing.',
  },
  hasFrequency: {
    label: 'How often it is read is stated',
    type: 'yes-no',
    description: 'A frequency is given; one that is to be confirmed is none.',
  },
  isBlocked: {
    label: 'Something has to exist first',
    type: 'yes-no',
    description: 'The papers say that it cannot be read until something exists, such as a shared record.',
  },
  blockedBy: { label: 'What has to exist first', type: 'text', description: 'What blocks the metric.' },
  readings: {
    label: 'Readings',
    type: 'number',
    unit: 'reading',
    description: 'Values of the metric on record.',
  },
  daysSinceReading: {
    label: 'Days since the last reading',
    type: 'number',
    unit: 'day',
    description: 'From the end of the latest period read; not known when there is none with a period.',
  },
  directionStated: {
    label: 'The wanted direction is stated',
    type: 'yes-no',
    description: 'Whether it is said that the value should rise, fall or stay.',
  },
  narrowerThanOutcome: {
    label: 'It measures less than the outcome says',
    type: 'yes-no',
    description: 'The metric covers only a part of the outcome that it stands for.',
  },
} as const satisfies SubjectFacts

const metricSubject = subjectMaker('metric', metricFacts)

/** One subject for each metric. */
export function metricSubjects(context: FactContext): Subject[] {
  const { records } = context.state
  return records.metric.map((metric) => {
    const readings = records.reading.filter((reading) => reading.metric === metric.id)
    const periods = readings.flatMap(({ period }) => period ?? []).toSorted(byEnd)
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
        daysSinceReading: daysSince(periods.at(-1) ?? null, context.asAt),
        directionStated: metric.direction !== null,
        narrowerThanOutcome: metric.narrowerThanOutcome,
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

function byEnd(one: string, other: string): number {
  return lastDayOf(one) < lastDayOf(other) ? -1 : 1
}
