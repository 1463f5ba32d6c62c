import { describe, expect, it } from 'vitest'
import { momentOf } from './moment.ts'

const now = new Date('2027-08-01T12:00:00Z')

describe('the moment of', () => {
  it.each([
    ['2027-01-15', '2027-01-15T23:59:59.999Z', '2027-01-15'],
    ['2027-06-15', '2027-06-15T22:59:59.999Z', '2027-06-15'],
    // The nights on which clocks change.
    ['2027-03-28', '2027-03-28T22:59:59.999Z', '2027-03-28'],
    ['2026-10-25', '2026-10-25T23:59:59.999Z', '2026-10-25'],
    ['2027-08-01', '2027-08-01T12:00:00.000Z', '2027-08-01'],
    ['2027-06-15T23:30:00Z', '2027-06-15T23:30:00.000Z', '2027-06-16'],
    ['2027-06-15T23:30:00+01:00', '2027-06-15T22:30:00.000Z', '2027-06-15'],
  ])('%s', (asAt, until, day) => {
    expect(momentOf(asAt, now)).toEqual({ until: new Date(until), day })
  })

  it.each(['2027-08-02', '2027-08-01T12:00:01Z'])('%s is refused: it is to come', (asAt) => {
    expect(() => momentOf(asAt, now)).toThrow('Nothing is known of the future yet')
  })
})
