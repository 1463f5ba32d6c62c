import { describe, expect, it } from 'vitest'
import { figuresInWords, hoursInWords, quarterInWords } from './part-in-words.ts'

describe('hoursInWords', () => {
  it.each([
    [
      { days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '09:00', to: '17:00' },
      'Monday to Friday, 09:00 to 17:00',
    ],
    [
      { days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], from: '00:00', to: '24:00' },
      'every day, 00:00 to 24:00',
    ],
    [
      { days: ['sat', 'sun', 'bank-holiday'], from: null, to: null },
      'Saturday, Sunday, bank holidays, times not stated',
    ],
    [
      { days: ['mon', 'wed', 'fri'], from: '08:00', to: null },
      'Monday, Wednesday, Friday, 08:00 to end not stated',
    ],
  ] as const)('reads %j', (hours, words) => {
    expect(hoursInWords({ ...hours, days: [...hours.days] })).toBe(words)
  })
})

describe('quarterInWords', () => {
  it('says when the year is not stated', () => {
    expect(quarterInWords({ label: 'Q1', year: '2023-24' })).toBe('Quarter 1 of 2023-24')
    expect(quarterInWords({ label: 'Q3+', year: null })).toBe('Quarter 3 or later, year not stated')
  })
})

describe('figuresInWords', () => {
  it('names levels, splits joined words and groups thousands', () => {
    expect(
      figuresInWords({ 3: 52.6, level3AndAbove: 57.9, children: 345000, april2023: 1.8, agreed: false }),
    ).toBe('level 3: 52.6, level 3 and above: 57.9, children: 345,000, april 2023: 1.8, agreed: no')
  })
})
