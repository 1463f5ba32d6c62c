import { describe, expect, it } from 'vitest'
import { verificationOf } from './verification-lines.ts'

const whole = { programme: 'alpha', rows: 12, headsOutside: 3, fault: null, difference: null, complete: true }
const broken = {
  programme: 'beta',
  rows: 6,
  headsOutside: 3,
  fault: { seq: 7, kind: 'gap' as const },
  difference: null,
  complete: true,
}
const outside = { heads: [], security: [], unreadable: 0, forged: 0 }

describe('the result of a verification', () => {
  it('is sound when every programme is whole', () => {
    expect(verificationOf([whole], outside)).toEqual({
      sound: true,
      lines: [
        'whole   alpha: 12 rows, compared with 3 signed heads outside the database.',
        '1 of 1 programmes have a whole journal.',
      ],
    })
  })

  it('names programme, row and what is wrong', () => {
    const { sound, lines } = verificationOf([whole, broken], outside)
    expect(sound).toBe(false)
    expect(lines).toContain('BROKEN  beta, row 7: row 7 is missing (gap).')
    expect(lines.at(-1)).toBe('1 of 2 programmes have a whole journal.')
  })

  it('is not sound with a forged head, and is with one that a crash cut off', () => {
    expect(verificationOf([whole], { ...outside, forged: 1 }).sound).toBe(false)
    expect(verificationOf([whole], { ...outside, unreadable: 1 }).sound).toBe(true)
  })

  it('says when there is nothing outside to compare with', () => {
    expect(verificationOf([whole], null).lines.join()).toContain('rows cut from the end cannot be noticed')
  })
})
