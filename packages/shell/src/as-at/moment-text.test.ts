import { describe, expect, it } from 'vitest'
import { asAtInWords, momentDraftOf, readMoment } from './moment-text.ts'

const now = new Date('2024-03-10T12:00:00')

describe('a moment', () => {
  it('is a whole day, or a time of a day', () => {
    expect(readMoment({ day: '2024-03-03', time: ' ' }, now)).toEqual({ moment: '2024-03-03' })
    const moment = new Date('2024-03-03T09:05:00').toISOString()
    expect(readMoment({ day: '2024-03-03', time: '9.05' }, now)).toEqual({ moment })
    expect(momentDraftOf(moment)).toEqual({ day: '2024-03-03', time: '09:05' })
    expect(asAtInWords(moment)).toBe('3 March 2024 at 9:05am')
    expect(asAtInWords('2024-03-03')).toBe('3 March 2024, at its end')
  })

  it.each([
    [{ day: null, time: '' }, 'Enter a date'],
    [{ day: '2024-03-03', time: 'noon' }, 'Enter a time'],
    [{ day: '2024-03-11', time: '' }, 'in the past'],
    [{ day: '2024-03-10', time: '12:01' }, 'in the past'],
  ])('is not %o', (draft, words) => {
    expect(readMoment(draft, now)).toMatchObject({ problem: expect.stringContaining(words) })
  })

  it('that cannot be read is shown as it is', () => {
    expect(asAtInWords('lately')).toBe('lately')
    expect(momentDraftOf('lately')).toEqual({ day: null, time: '' })
  })
})
