import { describe, expect, it } from 'vitest'
import { parseDateParts, splitIsoDate } from './date-parts.ts'

describe('parseDateParts', () => {
  it.each([
    ['', '', '', 'empty', null],
    [' ', '', '', 'empty', null],
    ['14', '3', '', 'incomplete', null],
    ['', '3', '2023', 'incomplete', null],
    ['14', '3', '2023', 'valid', '2023-03-14'],
    ['01', '02', '2024', 'valid', '2024-02-01'],
    ['29', '2', '2024', 'valid', '2024-02-29'],
    ['29', '2', '2023', 'not-a-date', null],
    ['31', '4', '2023', 'not-a-date', null],
    ['0', '1', '2023', 'not-a-date', null],
    ['1', '13', '2023', 'not-a-date', null],
    ['1', '3', '23', 'not-a-date', null],
    ['1', '3', '0023', 'not-a-date', null],
    ['1', 'March', '2023', 'not-a-date', null],
  ])('%j %j %j is %s', (day, month, year, state, iso) => {
    expect(parseDateParts({ day, month, year })).toEqual({ state, iso })
  })
})

describe('splitIsoDate', () => {
  it('leaves out leading zeros', () => {
    expect(splitIsoDate('2024-02-01')).toEqual({ day: '1', month: '2', year: '2024' })
  })

  it('gives three empty boxes for no date', () => {
    expect(splitIsoDate(null)).toEqual({ day: '', month: '', year: '' })
  })
})
