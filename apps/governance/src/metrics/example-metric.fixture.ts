import type { MetricDetail, MetricView, Reading, ReadingView } from '@workplan/domain'

/** Metrics as the service answers them; `change` says what matters to the test. */

type MetricChanges = Partial<Omit<MetricView, 'metric'>> & { metric?: Partial<MetricView['metric']> }

export function metricView({ metric = {}, ...change }: MetricChanges = {}): MetricView {
  return {
    metric: {
      id: 'bnssg.metric.deaths',
      source: { document: 'Strategy', section: 'Section 15' },
      title: 'Fewer hospital deaths',
      kind: 'indicator',
      outcome: 'Care is there when people need it',
      serves: [],
      direction: 'decrease',
      frequency: 'monthly',
      frequencyAsStated: null,
      baseline: null,
      target: null,
      unit: null,
      dataSource: 'Hospital records',
      blockedBy: null,
      narrowerThanOutcome: false,
      ...metric,
    },
    version: 3,
    serves: [],
    troubles: [],
    latest: null,
    readings: 0,
    verdict: { kind: 'too-few', text: 'Too few readings to tell a change from noise.' },
    flags: [],
    mayUpdate: false,
    ...change,
  }
}

export function readingView(change: Partial<Reading> = {}, version = 1): ReadingView {
  return {
    reading: {
      id: 'bnssg.reading.1',
      source: { document: 'Workplan' },
      metric: 'bnssg.metric.deaths',
      title: 'Fewer hospital deaths, January 2023',
      value: 40,
      unit: 'percent',
      period: '2023-01',
      dataset: 'Hospital records',
      place: null,
      comparator: null,
      standing: null,
      caveats: [],
      partOf: null,
      ...change,
    },
    version,
  }
}

/** A metric with one reading, which is too few to tell anything. */
export function metricDetail(change: Partial<MetricDetail> = {}): MetricDetail {
  const reading = readingView()
  return {
    ...metricView({ latest: reading.reading, readings: 1, mayUpdate: true }),
    history: [reading],
    series: [
      {
        key: 'percent',
        place: null,
        unit: 'percent',
        points: [{ id: reading.reading.id, period: '2023-01', value: 40 }],
        stretches: [{ from: 0, to: 0, limits: null, basis: '1 of the 12 readings that limits need' }],
        signals: [],
        verdict: {
          kind: 'too-few',
          text: 'Too few readings to tell: 1 of the 12 readings that limits need.',
        },
        target: null,
        alternative: '1 reading, January 2023.',
      },
    ],
    ...change,
  }
}
