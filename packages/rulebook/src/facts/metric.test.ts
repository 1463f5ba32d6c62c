import type { Metric, Reading } from '@workplan/domain'
import { describe, expect, it } from 'vitest'
import { metricSubjects } from './metric.ts'
import { contextWith } from './testing/state.ts'

function factsOf(fields: Partial<Metric>, reading: (Partial<Reading> & { id: string })[] = []) {
  return metricSubjects(contextWith({ metric: [{ id: 'm', ...fields }], reading }))[0]?.facts
}

it('names what it lacks; words need neither baseline nor target', () => {
  expect(factsOf({})).toMatchObject({ missing: ['baseline', 'target', 'frequency'], missingCount: 3 })
  expect(factsOf({ baseline: 0, target: 10, frequency: 'monthly' })).toMatchObject({ missingCount: 0 })
  expect(factsOf({ kind: 'feedback' })).toMatchObject({ missing: ['frequency'] })
})

it('takes a frequency that is to be confirmed for none', () => {
  expect(factsOf({ frequency: 'monthly', frequencyAsStated: 'Monthly (TBC)' })).toMatchObject({
    hasFrequency: false,
  })
})

it('counts its readings and the days since the last period', () => {
  expect(factsOf({})).toMatchObject({ readings: 0, daysSinceReading: null })
  const readings = [
    { id: 'a', metric: 'm', period: '2023-02' },
    { id: 'b', metric: 'm', period: '2021' },
    { id: 'c', metric: 'other', period: '2023-03' },
  ]
  expect(factsOf({}, readings)).toMatchObject({ readings: 2, daysSinceReading: 13 })
})

it('says what has to exist before it can be read', () => {
  expect(factsOf({ blockedBy: 'A shared record' })).toMatchObject({
    isBlocked: true,
    blockedBy: 'A shared record',
  })
  expect(factsOf({})).toMatchObject({ isBlocked: false })
})

it('is open in its definition when the note on it says more than how often', () => {
  expect(factsOf({ frequency: 'monthly', frequencyAsStated: 'Confirm description' })?.definitionOpen).toBe(
    true,
  )
  expect(factsOf({ frequencyAsStated: 'To be explored when the metric exists' })?.definitionOpen).toBe(true)
  expect(factsOf({ frequencyAsStated: 'To be confirmed' })?.definitionOpen).toBe(false)
  expect(factsOf({ frequency: 'monthly' })?.definitionOpen).toBe(false)
})

it('is overdue a month after the end of the next period', () => {
  const read = (period: string) => [{ id: 'a', metric: 'm', period }]
  expect(factsOf({ frequency: 'monthly' }, read('2023-01'))?.daysReadingOverdue).toBe(0)
  expect(factsOf({ frequency: 'monthly' }, read('2022-12'))?.daysReadingOverdue).toBe(10)
  expect(factsOf({ frequency: 'annual' }, read('2022'))?.daysReadingOverdue).toBe(0)
  expect(factsOf({ frequency: 'other' }, read('2020'))?.daysReadingOverdue).toBeNull()
  expect(factsOf({ frequency: 'monthly' })?.daysReadingOverdue).toBeNull()
})

it('moves the wrong way against its direction, from the reading before or from the baseline', () => {
  const readings = [
    { id: 'a', metric: 'm', period: '2023-02', value: 12 },
    { id: 'b', metric: 'm', period: '2023-01', value: 10 },
    { id: 'c', metric: 'm', period: '2022-12', value: 1, place: 'elsewhere' },
  ]
  expect(factsOf({ direction: 'decrease' }, readings)).toMatchObject({
    latestValue: 12,
    earlierValue: 10,
    movedWrongWayBy: 2,
  })
  expect(factsOf({ direction: 'increase' }, readings)?.movedWrongWayBy).toBe(0)
  expect(factsOf({ direction: 'maintain' }, readings)?.movedWrongWayBy).toBeNull()
  expect(factsOf({ direction: 'increase', baseline: 15 }, readings.slice(0, 1))?.movedWrongWayBy).toBe(3)
  expect(factsOf({ direction: 'increase' }, readings.slice(0, 1))?.movedWrongWayBy).toBeNull()
})

it('leaves out readings that were taken back', () => {
  const readings = [
    { id: 'a', metric: 'm', period: '2023-02', value: 12, withdrawnOn: '2023-03-01' },
    { id: 'b', metric: 'm', period: '2022-12', value: 10 },
  ]
  expect(factsOf({}, readings)).toMatchObject({ readings: 1, latestValue: 10 })
})

describe('with readings enough for limits', () => {
  const steady = [11, 13, 11, 13, 11, 13, 11, 13, 11, 13, 11, 13]
  const moveAfter = (more: readonly number[], metric = {}) => {
    const readings = [...steady, ...more].map((value, index) => ({
      id: `r${index}`,
      metric: 'm',
      value,
      period: `${2021 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`,
    }))
    return factsOf({ direction: 'decrease', ...metric }, readings)
  }

  it('a rise within ordinary variation is no move the wrong way', () => {
    expect(moveAfter([11, 14])).toMatchObject({ latestValue: 14, earlierValue: 12, movedWrongWayBy: 0 })
  })

  it('a reading beyond the limit is one, from the mean', () => {
    expect(moveAfter([20])).toMatchObject({ latestValue: 20, earlierValue: 12, movedWrongWayBy: 8 })
    expect(moveAfter([20], { direction: 'increase' })).toMatchObject({ movedWrongWayBy: 0 })
    expect(moveAfter([20, 12])).toMatchObject({ movedWrongWayBy: 0 })
  })

  it('a trend is one, from where it began', () => {
    expect(moveAfter([9.5, 10, 10.5, 11, 11.5, 12.5, 13])).toMatchObject({
      latestValue: 13,
      earlierValue: 9.5,
      movedWrongWayBy: 3.5,
    })
  })

  it('what follows after limits are drawn anew is told from its own readings', () => {
    expect(moveAfter([20, 21], { limitsFrom: '2022-01' })).toMatchObject({
      earlierValue: 20,
      movedWrongWayBy: 1,
    })
  })
})
