import { describe, expect, it } from 'vitest'
import {
  changeMetric,
  changeReading,
  MetricChange,
  NewReading,
  problemsWithReading,
  ReadingChange,
} from './metric-change.ts'
import type { Metric, Reading } from './records/metric.ts'

const source = { document: 'Strategy' }

const metric: Metric = {
  id: 'x.metric',
  source,
  title: 'Hospital deaths',
  kind: 'indicator',
  outcome: null,
  serves: [],
  direction: 'decrease',
  frequency: null,
  frequencyAsStated: 'To be confirmed',
  baseline: null,
  target: null,
  unit: null,
  dataSource: null,
  blockedBy: 'Shared record',
  narrowerThanOutcome: false,
  basis: { direction: { kind: 'inferred' }, serves: { kind: 'inferred' } },
}

const reading: Reading = {
  id: 'x.reading.1',
  source,
  metric: 'x.metric',
  title: 'Hospital deaths, March 2023',
  value: 40,
  unit: 'percent',
  period: '2023-03',
  dataset: 'Hospital records',
  place: null,
  comparator: null,
  standing: null,
  caveats: [],
  partOf: null,
}

describe('changing a metric', () => {
  it('keeps what is not named, and says that a person said it', () => {
    const changed = changeMetric(metric, { direction: 'increase', target: 0, reason: 'Agreed by the board' })
    expect(changed).toMatchObject({
      direction: 'increase',
      target: 0,
      baseline: null,
      blockedBy: 'Shared record',
    })
    expect(changed.basis).toEqual({ serves: { kind: 'inferred' } })
    const inferred = { ...metric, basis: { direction: { kind: 'inferred' as const } } }
    expect(changeMetric(inferred, { direction: 'increase', reason: 'x' })).not.toHaveProperty('basis')
  })

  it('ends the programme’s own words on the frequency with a new one', () => {
    expect(changeMetric(metric, { target: 1, reason: 'x' }).frequencyAsStated).toBe('To be confirmed')
    expect(changeMetric(metric, { frequency: 'monthly', reason: 'x' })).toMatchObject({
      frequency: 'monthly',
      frequencyAsStated: null,
    })
  })

  it('sets, keeps and takes away the period from which limits are drawn anew', () => {
    const anew = changeMetric(metric, { limitsFrom: '2024-04', reason: 'New pathway' })
    expect(anew.limitsFrom).toBe('2024-04')
    expect(changeMetric(anew, { target: 1, reason: 'x' }).limitsFrom).toBe('2024-04')
    expect(changeMetric(anew, { limitsFrom: null, reason: 'x' })).not.toHaveProperty('limitsFrom')
  })

  it('needs a reason and a field', () => {
    expect(MetricChange.safeParse({ target: 1 }).success).toBe(false)
    expect(MetricChange.safeParse({ reason: 'Because' }).success).toBe(false)
    expect(MetricChange.safeParse({ target: 1, reason: ' ' }).success).toBe(false)
    expect(MetricChange.safeParse({ target: null, reason: 'Because' }).success).toBe(true)
  })
})

describe('changing a reading', () => {
  it('corrects it, withdraws it and puts it back', () => {
    const corrected = changeReading(reading, { value: 41, reason: 'Typing error' }, '2023-04-01')
    expect(corrected).toEqual({ ...reading, value: 41 })
    const withdrawn = changeReading(corrected, { withdrawn: true, reason: 'Wrong year' }, '2023-04-02')
    expect(withdrawn.withdrawnOn).toBe('2023-04-02')
    expect(changeReading(withdrawn, { value: 42, reason: 'x' }, '2023-04-03').withdrawnOn).toBe('2023-04-02')
    expect(changeReading(withdrawn, { withdrawn: false, reason: 'Right after all' }, '2023-04-03')).toEqual(
      corrected,
    )
  })

  it('needs a reason and a field', () => {
    expect(ReadingChange.safeParse({ value: 1 }).success).toBe(false)
    expect(ReadingChange.safeParse({ reason: 'x' }).success).toBe(false)
    expect(ReadingChange.safeParse({ withdrawn: true, reason: 'x' }).success).toBe(true)
  })
})

describe('a reading', () => {
  it('is of a period that has begun', () => {
    expect(problemsWithReading(reading, [], '2023-03-01')).toEqual([])
    expect(problemsWithReading(reading, [], '2023-02-28')).toMatchObject([{ field: 'period' }])
  })

  it('is compared with something', () => {
    const better: Reading = { ...reading, standing: 'better' }
    expect(problemsWithReading(better, [], '2023-04-01')).toMatchObject([{ field: 'comparator' }])
    expect(problemsWithReading({ ...better, comparator: 'England' }, [], '2023-04-01')).toEqual([])
  })

  it('is the only one of its period, unit and place that stands', () => {
    const second: Reading = { ...reading, id: 'x.reading.2', value: 44 }
    const against = (change: Partial<Reading>) =>
      problemsWithReading(second, [{ ...reading, ...change }], '2023-04-01').length
    expect(against({})).toBe(1)
    expect(against({ place: 'hospital' })).toBe(0)
    expect(against({ unit: 'deaths' })).toBe(0)
    expect(against({ metric: 'x.other' })).toBe(0)
    expect(against({ withdrawnOn: '2023-03-31' })).toBe(0)
    expect(problemsWithReading(second, [second], '2023-04-01')).toEqual([])
  })

  it('to record has a value, a unit, a period and a source', () => {
    const input = { value: 0, unit: 'percent', period: '2023-03', dataset: 'Hospital records' }
    expect(NewReading.safeParse(input).success).toBe(true)
    for (const field of Object.keys(input)) {
      const { [field as keyof typeof input]: _left, ...rest } = input
      expect(NewReading.safeParse(rest).success).toBe(false)
    }
    expect(NewReading.safeParse({ ...input, value: null }).success).toBe(false)
  })
})
