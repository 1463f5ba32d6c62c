import { describe, expect, it, test } from 'vitest'
import { financialYearOf, isWithin, quarterName, quarterOf, quarterPeriod } from './periods.ts'

describe('the financial year', () => {
  it('starts on 1 April', () => {
    expect(financialYearOf('2023-03-31')).toBe('2022-23')
    expect(financialYearOf('2023-04-01')).toBe('2023-24')
    expect(financialYearOf('2099-12-31')).toBe('2099-00')
  })

  it.each([
    ['2023-04-01', 1],
    ['2023-06-30', 1],
    ['2023-07-01', 2],
    ['2023-12-31', 3],
    ['2023-01-01', 4],
    ['2023-03-13', 4],
  ])('has %s in quarter %i', (date, quarter) => {
    expect(quarterOf(date).quarter).toBe(quarter)
  })
})

describe('a quarter', () => {
  it.each([
    [1, '2022-04-01', '2022-06-30'],
    [2, '2022-07-01', '2022-09-30'],
    [3, '2022-10-01', '2022-12-31'],
    [4, '2023-01-01', '2023-03-31'],
  ] as const)('%i of 2022-23 runs from %s to %s', (quarter, from, to) => {
    expect(quarterPeriod({ year: '2022-23', quarter })).toEqual({ from, to })
  })

  it('has a name', () => {
    expect(quarterName(quarterOf('2023-03-13'))).toBe('Quarter 4 of 2022-23')
  })
})

test('both ends belong to a period', () => {
  const period = { from: '2023-01-01', to: '2023-03-31' }
  expect(['2023-01-01', '2023-03-31'].every((day) => isWithin(day, period))).toBe(true)
  expect(['2022-12-31', '2023-04-01'].some((day) => isWithin(day, period))).toBe(false)
})
