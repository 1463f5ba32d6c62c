import type { Metric, Reading } from '@workplan/domain'
import { expect, it } from 'vitest'
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
