import type { OpeningHours } from '@workplan/domain'
import { describe, expect, it } from 'vitest'
import { daysWithoutTimes, hoursIn, spansOf } from './week.ts'

const open = (days: OpeningHours['days'], from: string | null, to: string | null) => [{ days, from, to }]

describe('spansOf', () => {
  it('places hours in the week, in minutes from Monday 00:00', () => {
    expect(spansOf(open(['mon', 'wed'], '08:30', '17:00'))).toEqual([
      { from: 510, to: 1020 },
      { from: 2880 + 510, to: 2880 + 1020 },
    ])
  })

  it('runs past midnight into the next day, and from Sunday into Monday', () => {
    expect(spansOf(open(['mon'], '22:00', '07:00'))).toEqual([
      { from: 1320, to: 1440 },
      { from: 1440, to: 1860 },
    ])
    expect(spansOf(open(['sun'], '22:00', '07:00'))).toEqual([
      { from: 9960, to: 10080 },
      { from: 0, to: 420 },
    ])
  })

  it('takes 24:00 and 00:00 as the end of the day', () => {
    expect(hoursIn(spansOf(open(['tue'], '00:00', '24:00')))).toBe(24)
    expect(hoursIn(spansOf(open(['tue'], '18:00', '00:00')))).toBe(6)
  })

  it('puts a bank holiday after the week, and stops at its end', () => {
    expect(spansOf(open(['bank-holiday'], '20:00', '04:00'))).toEqual([
      { from: 10080 + 1200, to: 10080 + 1440 },
    ])
  })
})

it('keeps days without times apart', () => {
  const hours = [...open(['mon'], '09:00', '17:00'), ...open(['sat', 'sun'], null, null)]
  expect(hoursIn(spansOf(hours))).toBe(8)
  expect(daysWithoutTimes(hours)).toEqual([
    { from: 5 * 1440, to: 6 * 1440 },
    { from: 6 * 1440, to: 7 * 1440 },
  ])
})
