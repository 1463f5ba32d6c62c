import { describe, expect, it } from 'vitest'
import { periodToReport, quarterNameOf, quartersUpTo } from './default-period.ts'
import { periodInWords } from './period-in-words.ts'

describe('quartersUpTo', () => {
  it('goes back over the turn of the financial year', () => {
    expect(quartersUpTo('2023-04-01', 3).map(({ name }) => name)).toEqual([
      'Quarter 1 of 2023-24',
      'Quarter 4 of 2022-23',
      'Quarter 3 of 2022-23',
    ])
  })
})

describe('periodToReport', () => {
  it('is the present quarter, and in its first 30 days the one before', () => {
    const last = { from: '2023-01-01', to: '2023-03-31' }
    expect(periodToReport('2023-03-13')).toEqual(last)
    expect(periodToReport('2023-04-01')).toEqual(last)
    expect(periodToReport('2023-04-30')).toEqual(last)
    expect(periodToReport('2023-05-01')).toEqual({ from: '2023-04-01', to: '2023-06-30' })
  })
})

describe('periodInWords', () => {
  it('names a whole quarter and gives the days of anything else', () => {
    expect(quarterNameOf({ from: '2023-01-01', to: '2023-03-30' })).toBeNull()
    expect(periodInWords({ from: '2023-01-01', to: '2023-03-31' })).toBe('Quarter 4 of 2022-23')
    expect(periodInWords({ from: '2023-02-01', to: '2023-03-14' })).toBe('1 February 2023 to 14 March 2023')
  })
})
