import { lastDayOf, type Reading, standingReadings } from '@workplan/domain'
import { addsUp } from './adds-up.ts'
import { type FactContext, recordRef } from './context.ts'
import { type SubjectFacts, subjectMaker } from './declaration.ts'
import type { Subject } from './subject.ts'

/** What is known of one reading: a value of a metric, or a figure that stands by itself. */
export const readingFacts = {
  hasPeriod: {
    label: 'Its period is given',
    type: 'yes-no',
    description: 'The figure says which day, month or year it is for.',
  },
  isLatest: {
    label: 'It is the latest of its kind',
    type: 'yes-no',
    description:
      'No reading of the same metric, unit and place is for a later period. A figure that stands by itself is the latest.',
  },
  isPart: {
    label: 'It is a part of another figure',
    type: 'yes-no',
    description: 'The figure is recorded as a part of another one.',
  },
  comparator: {
    label: 'Compared with',
    type: 'text',
    description: 'What the source compares the figure with.',
  },
  standing: {
    label: 'How it compares',
    type: 'text',
    description:
      'better, same or worse than the comparator, as the source tells it; not known when it does not.',
  },
  parts: {
    label: 'Parts that can be added up',
    type: 'number',
    unit: 'part',
    description: 'Figures recorded as its parts that are shares in percent, or else in its own unit.',
  },
  partsTotal: {
    label: 'What its parts add up to',
    type: 'number',
    description: 'The sum of these parts; not known with fewer than two.',
  },
  partsShouldBe: {
    label: 'What its parts should add up to',
    type: 'number',
    description: '100 for shares in percent, otherwise its own value.',
  },
  partsOffBy: {
    label: 'How far its parts are from the whole',
    type: 'number',
    description: 'The difference between the two; 0 when rounding to whole numbers explains it.',
  },
} as const satisfies SubjectFacts

const readingSubject = subjectMaker('reading', readingFacts)

/** One subject for each reading that stands. */
export function readingSubjects(context: FactContext): Subject[] {
  const { records } = context.state
  const metrics = new Map(records.metric.map((metric) => [metric.id, metric]))
  const readings = standingReadings(records.reading)
  const latest = new Map(readings.toSorted(byEnd).map((reading) => [kindOf(reading), reading.id]))
  return readings.map((reading) => {
    const metric = reading.metric === null ? undefined : metrics.get(reading.metric)
    const parts = partsOf(reading, readings)
    const sum =
      parts.length < 2
        ? null
        : {
            ...addsUp(
              parts.map(({ value }) => value),
              wholeOf(reading, parts),
              1,
            ),
          }
    return readingSubject(
      {
        id: reading.id,
        title: reading.title,
        audience: [],
        workstreams: [],
        requirements: context.countsUnder(metric?.serves ?? []),
        records: [
          recordRef('reading', reading, reading.title),
          ...parts.map((part) => recordRef('reading', part, part.title)),
          ...(metric ? [recordRef('metric', metric, metric.title)] : []),
        ],
      },
      {
        hasPeriod: reading.period !== null,
        isLatest: latest.get(kindOf(reading)) === reading.id || reading.metric === null,
        isPart: reading.partOf !== null,
        comparator: reading.comparator,
        standing: reading.standing,
        parts: parts.length,
        partsTotal: sum?.total ?? null,
        partsShouldBe: sum ? wholeOf(reading, parts) : null,
        partsOffBy: sum?.offBy ?? null,
      },
    )
  })
}

/** Readings that can follow on one another. */
function kindOf({ metric, unit, place }: Reading): string {
  return JSON.stringify([metric, unit, place])
}

/** Readings without a period come first. */
function byEnd(one: Reading, other: Reading): number {
  const [end, otherEnd] = [one, other].map(({ period }) => (period === null ? '' : lastDayOf(period))) as [
    string,
    string,
  ]
  return end.localeCompare(otherEnd)
}

const PERCENT = /^(%|percent|per cent)$/i

/** Its direct parts that can be added up: the shares in percent, otherwise those in its own unit. */
function partsOf(reading: Reading, readings: readonly Reading[]): Reading[] {
  const parts = readings.filter((part) => part.partOf === reading.id)
  const shares = parts.filter((part) => PERCENT.test(part.unit))
  return shares.length > 0 && !PERCENT.test(reading.unit)
    ? shares
    : parts.filter((part) => part.unit === reading.unit)
}

/** Shares of a whole make 100; parts in the unit of the whole make its value. */
function wholeOf(reading: Reading, parts: readonly Reading[]): number {
  return parts.every((part) => part.unit === reading.unit) ? reading.value : 100
}
