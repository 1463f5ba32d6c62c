import { describe, expect, it } from 'vitest'
import { parsePartialDate } from './parse-partial-date.ts'

describe('a date as people write it', () => {
  it.each([
    ['30 April 2023', '2023-04-30'],
    ['3 apr 2023', '2023-04-03'],
    ['30/4/2023', '2023-04-30'],
    ['30.04.2023', '2023-04-30'],
    ['2023-04-30', '2023-04-30'],
    ['  April 2023 ', '2023-04'],
    ['04/2023', '2023-04'],
    ['2023-4', '2023-04'],
    ['2023', '2023'],
    ['29 February 2024', '2024-02-29'],
  ])('reads %s', (text, date) => {
    expect(parsePartialDate(text)).toBe(date)
  })

  it.each(['', 'soon', '31 April 2023', '29/2/2023', '13/2023', '2023-00', 'Smarch 2023', '30 April'])(
    'does not take %j for a date',
    (text) => {
      expect(parsePartialDate(text)).toBeNull()
    },
  )
})
