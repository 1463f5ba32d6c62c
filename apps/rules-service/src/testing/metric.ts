import type { Metric, Reading } from '@workplan/domain'

const source = { document: 'Test' }

/** A metric that should fall, in percent, without aim, frequency or trouble. */
export function metricOf(id: string, change: Partial<Metric> = {}): Metric {
  return {
    id,
    source,
    title: 'Hospital deaths',
    kind: 'indicator',
    outcome: null,
    serves: [],
    direction: 'decrease',
    frequency: null,
    frequencyAsStated: null,
    baseline: null,
    target: null,
    unit: 'percent',
    dataSource: null,
    blockedBy: null,
    narrowerThanOutcome: false,
    ...change,
  }
}

/** A reading in percent of the metric with this id. */
export function readingOf(id: string, metric: string | null, change: Partial<Reading> = {}): Reading {
  return {
    id,
    source,
    metric,
    title: 'Hospital deaths',
    value: 40,
    unit: 'percent',
    period: '2023-02',
    dataset: 'Hospital records',
    place: null,
    comparator: null,
    standing: null,
    caveats: [],
    partOf: null,
    ...change,
  }
}

/** Readings of one month after the other, from January 2021. */
export function monthlyReadings(metric: string, values: readonly number[]): Reading[] {
  return values.map((value, index) => {
    const month = String((index % 12) + 1).padStart(2, '0')
    const period = `${2021 + Math.floor(index / 12)}-${month}`
    return readingOf(`${metric}.${period}`, metric, { value, period })
  })
}
