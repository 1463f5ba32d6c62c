import { expect, it } from 'vitest'
import { addWorkingDays, FOI_WORKING_DAYS } from './working-days.ts'

it.each([
  ['2023-06-13', FOI_WORKING_DAYS, '2023-07-11', 'a Tuesday, four weeks on'],
  ['2023-06-16', 1, '2023-06-19', 'a Friday, over the weekend'],
  ['2023-06-17', 1, '2023-06-19', 'a Saturday, to the Monday'],
  ['2023-06-14', 0, '2023-06-14', 'no days'],
])('%s and %d working days is %s: %s', (from, days, to) => {
  expect(addWorkingDays(from, days)).toBe(to)
})
