import { describe, expect, it, test } from 'vitest'
import fc from 'fast-check'
import {
  addDays,
  daysBetween,
  daysLate,
  dueInWords,
  firstDayOf,
  formatPartialDate,
  isRealDate,
  lastDayOf,
  precisionOf,
} from './dates.ts'

const anyDay = fc
  .date({ min: new Date('2000-01-01T00:00:00Z'), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

describe('a partial date', () => {
  it('has the precision of its length', () => {
    expect(['2023', '2023-04', '2023-04-30'].map(precisionOf)).toEqual(['year', 'month', 'day'])
  })

  it('ends on the last day it can mean, leap years included', () => {
    expect(['2023', '2023-04', '2024-02', '2023-02', '2023-03-13'].map(lastDayOf)).toEqual([
      '2023-12-31',
      '2023-04-30',
      '2024-02-29',
      '2023-02-28',
      '2023-03-13',
    ])
  })

  it('begins on the first day it can mean', () => {
    expect(['2023', '2023-04', '2023-03-13'].map(firstDayOf)).toEqual([
      '2023-01-01',
      '2023-04-01',
      '2023-03-13',
    ])
  })

  it('reads as words', () => {
    expect(['2023', '2023-04', '2023-03-03'].map(formatPartialDate)).toEqual([
      '2023',
      'April 2023',
      '3 March 2023',
    ])
  })
})

describe('days late', () => {
  it('is 0 on the due day and before it, and 1 on the day after', () => {
    expect(daysLate('2023-03-13', '2023-03-12')).toBe(0)
    expect(daysLate('2023-03-13', '2023-03-13')).toBe(0)
    expect(daysLate('2023-03-13', '2023-03-14')).toBe(1)
  })

  it('gives a month until its last day', () => {
    expect(daysLate('2023-04', '2023-04-30')).toBe(0)
    expect(daysLate('2023-04', '2023-05-02')).toBe(2)
  })

  it('is not moved by the change to summer time', () => {
    expect(daysBetween('2023-03-25', '2023-03-27')).toBe(2)
  })
})

describe('a due date in words', () => {
  it.each([
    ['2023-03-10', '3 days late'],
    ['2023-03-12', '1 day late'],
    ['2023-03-13', 'due today'],
    ['2023-03-20', 'due in 7 days'],
    ['2023-04-12', 'due in 4 weeks'],
    ['2023-04', 'due in April 2023'],
    ['2023-02', '13 days late'],
    ['2022', '10 weeks late'],
  ])('%s is %s on 13 March 2023', (due, words) => {
    expect(dueInWords(due, '2023-03-13')).toBe(words)
  })
})

test('adding days and counting them are each other’s inverse', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (day, days) => {
      expect(daysBetween(day, addDays(day, days))).toBe(days)
    }),
    { seed: 20230313 },
  )
})

test('only days of the calendar are real', () => {
  expect(['2023-02-28', '2024-02-29'].every(isRealDate)).toBe(true)
  expect(['2023-02-29', '2023-13-01', 'next week'].some(isRealDate)).toBe(false)
})
