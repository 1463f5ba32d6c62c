import { describe, expect, it } from 'vitest'
import { nextSlot, slotAt } from './digest-slot.ts'

const at = (moment: string) => new Date(moment)
const daily = { frequency: 'daily' as const, weekday: 1 }
const weeklyOn = (weekday: number) => ({ frequency: 'weekly' as const, weekday })

describe('the e-mail that is due', () => {
  it.each([
    // In winter England keeps UTC, in summer it is an hour ahead.
    ['2026-11-22T06:59:00Z', '2026-11-21'],
    ['2026-11-22T07:00:00Z', '2026-11-22'],
    ['2026-07-01T05:59:00Z', '2026-06-30'],
    ['2026-07-01T06:00:00Z', '2026-07-01'],
    ['2026-07-01T23:30:00Z', '2026-07-01'],
  ])('at %s of those who want one a day is that of %s', (moment, day) => {
    expect(slotAt(daily, at(moment))).toBe(day)
  })

  it.each([
    // 22 November 2026 is a Sunday.
    [7, '2026-11-22T12:00:00Z', '2026-11-22'],
    [7, '2026-11-22T06:00:00Z', '2026-11-15'],
    [1, '2026-11-22T12:00:00Z', '2026-11-16'],
    [1, '2026-11-23T08:00:00Z', '2026-11-23'],
    [5, '2026-11-22T12:00:00Z', '2026-11-20'],
  ])('weekly on day %i, at %s, is that of %s', (weekday, moment, day) => {
    expect(slotAt(weeklyOn(weekday), at(moment))).toBe(day)
  })

  it('is none for somebody who wants none', () => {
    expect(slotAt({ frequency: 'never', weekday: 1 }, at('2026-11-22T12:00:00Z'))).toBeNull()
  })
})

describe('the next e-mail', () => {
  it.each([
    [daily, '2026-11-22T06:00:00Z', '2026-11-22'],
    [daily, '2026-11-22T12:00:00Z', '2026-11-23'],
    [weeklyOn(1), '2026-11-22T12:00:00Z', '2026-11-23'],
    [weeklyOn(7), '2026-11-22T12:00:00Z', '2026-11-29'],
  ])('after %o at %s is on %s', (rhythm, moment, day) => {
    expect(nextSlot(rhythm, at(moment))).toBe(day)
  })
})
