import type { Reading } from '@workplan/domain'
import { describe, expect, it } from 'vitest'
import { readingSubjects } from './reading.ts'
import { contextWith, named } from './testing/state.ts'

function reading(fields: Partial<Reading>, others: (Partial<Reading> & { id: string })[] = []) {
  const metric = [{ id: 'm', serves: ['amb.1'] }]
  return named(readingSubjects(contextWith({ metric, reading: [{ id: 'r', ...fields }, ...others] })), 'r')
}

const part = (id: string, value: number, unit = '%') => ({ id, value, unit, partOf: 'r' })

describe('parts of a reading', () => {
  it('that are shares should make 100, whatever the whole is counted in', () => {
    const { facts, records } = reading({ value: 2872, unit: 'deaths' }, [
      part('a', 7),
      part('b', 17),
      part('c', 55),
      part('d', 1589, 'deaths'),
    ])
    expect(facts).toMatchObject({ parts: 3, partsTotal: 79, partsShouldBe: 100, partsOffBy: 21 })
    expect(records.map(({ id }) => id)).toEqual(['r', 'a', 'b', 'c'])
  })

  it('in its own unit should make its value, and rounding is forgiven', () => {
    const parts = [part('a', 33), part('b', 22)]
    expect(reading({ value: 60, unit: '%' }, parts).facts).toMatchObject({
      partsTotal: 55,
      partsShouldBe: 60,
      partsOffBy: 5,
    })
    expect(reading({ value: 56, unit: '%' }, parts).facts.partsOffBy).toBe(0)
  })

  it('make no sum when there is only one', () => {
    expect(reading({ value: 55, unit: '%' }, [part('a', 13)]).facts).toMatchObject({
      parts: 1,
      partsOffBy: null,
    })
  })
})

it('says how it stands, whether it has a period, and counts under what its metric serves', () => {
  expect(reading({ standing: 'worse', comparator: 'England', metric: 'm', period: '2021' })).toMatchObject({
    requirements: ['amb.1'],
    facts: { standing: 'worse', comparator: 'England', hasPeriod: true, isPart: false },
  })
  expect(reading({}).facts).toMatchObject({ standing: null, hasPeriod: false })
})

it('is nothing to judge once it was taken back, neither by itself nor as a part', () => {
  const taken = { withdrawnOn: '2023-03-01' }
  const parts = [part('a', 33), { ...part('b', 22), ...taken }]
  const whole = contextWith({ reading: [{ id: 'r', value: 60, unit: '%' }, ...parts] })
  expect(readingSubjects(whole).map(({ id }) => id)).toEqual(['r', 'a'])
  expect(named(readingSubjects(whole), 'r').facts.parts).toBe(1)
})

it('is the latest while no reading of the same metric, unit and place is for a later period', () => {
  const readings = [
    { id: 'old', metric: 'm', period: '2022-12', unit: '%' },
    { id: 'new', metric: 'm', period: '2023-01', unit: '%' },
    { id: 'taken', metric: 'm', period: '2023-02', unit: '%', withdrawnOn: '2023-03-01' },
    { id: 'elsewhere', metric: 'm', period: '2022-01', unit: '%', place: 'hospice' },
    { id: 'alone', metric: null, period: '2020', unit: '%' },
  ]
  const subjects = readingSubjects(contextWith({ metric: [{ id: 'm' }], reading: readings }))
  const latest = subjects.filter(({ facts }) => facts.isLatest).map(({ id }) => id)
  expect(latest).toEqual(['new', 'elsewhere', 'alone'])
})
