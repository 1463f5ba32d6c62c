import { describe, expect, it } from 'vitest'
import { clock, hoursText, stretchInWords, whenInWords } from './week-times.ts'

const DAY = 1440
const hours = (day: number, from: number, to: number) => ({
  from: day * DAY + from * 60,
  to: day * DAY + to * 60,
})

describe('hours of the week in words', () => {
  it('name the day and the time', () => {
    expect(clock(510)).toBe('08:30')
    expect(stretchInWords(hours(0, 8, 18.5))).toBe('Monday 08:00 to 18:30')
    expect(stretchInWords(hours(6, 0, 24))).toBe('Sunday 00:00 to 24:00')
    expect(stretchInWords(hours(4, 18.5, 80))).toBe('Friday 18:30 to Monday 08:00')
    expect(hoursText(52.5)).toBe('52.5')
    expect(hoursText(168)).toBe('168')
  })

  it('say once what is the same on several days', () => {
    const nights = [0, 1, 2, 3, 4, 5, 6].map((day) => hours(day, 20, 32))
    const wrapped = [hours(0, 0, 8), ...nights.slice(0, 6), hours(6, 20, 24)]
    expect(whenInWords(wrapped)).toBe('20:00 to 08:00 every night')
    expect(whenInWords([hours(5, 9, 17), hours(6, 9, 17)])).toBe('09:00 to 17:00 Saturday, Sunday')
    expect(whenInWords([0, 1, 2, 3, 4].map((day) => hours(day, 9, 17)))).toBe(
      '09:00 to 17:00 Monday to Friday',
    )
  })

  it('say what is longer than a day by its ends, over the weekend too', () => {
    const outside = [hours(0, 0, 8), hours(0, 18.5, 32), hours(4, 18.5, 72)]
    expect(whenInWords(outside)).toBe('18:30 to 08:00 Monday; Friday 18:30 to Monday 08:00')
    expect(whenInWords([hours(0, 0, 100), hours(0, 100, 168)])).toBe('at all hours')
  })

  it('keep bank holidays apart from Sunday', () => {
    expect(whenInWords([hours(6, 9, 17), hours(7, 9, 17)])).toBe('09:00 to 17:00 Sunday, bank holidays')
    expect(whenInWords([hours(6, 0, 48)])).toBe('00:00 to 24:00 Sunday, bank holidays')
  })
})
