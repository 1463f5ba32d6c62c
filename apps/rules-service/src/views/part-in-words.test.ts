import { describe, expect, it } from 'vitest'
import { claimCheckInWords, figuresInWords, hoursInWords, quarterInWords } from './part-in-words.ts'

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

describe('claimCheckInWords', () => {
  const index = {
    titleOf: (id: string) => `the title of ${id}`,
    find: () => undefined,
    refOf: () => undefined,
  }

  it.each([
    [null, 'Cannot be checked against the records'],
    [{ kind: 'percent-at-level', ambition: 'a1' }, 'Percentages at each level of the title of a1'],
    [
      { kind: 'letter-and-text', given: 'a', textSuggests: null },
      'The letter given is a; the text fits no letter',
    ],
    [
      { kind: 'parts-and-total', parts: ['adult', 'children'], total: 'total' },
      'adult and children should add up to total',
    ],
    [{ kind: 'mostly-at-level', framework: 'f', level: 3 }, 'Most measures should stand at level 3'],
  ] as const)('reads %j', (check, words) => {
    const given = check?.kind === 'parts-and-total' ? { ...check, parts: [...check.parts] } : check
    expect(claimCheckInWords(given, index)).toBe(words)
  })
})
