import { expect, it } from 'vitest'
import { figureInWords, sinceInWords } from './figure-words.ts'

it.each([
  [40, 'percent', '40%'],
  [40.256, '%', '40.26%'],
  [2872, 'deaths', '2,872 deaths'],
  [0, null, '0'],
])('writes %d in %s as %s', (value, unit, words) => {
  expect(figureInWords(value, unit)).toBe(words)
})

it.each([
  ['2023-03', '2023-03-31', '0 days'],
  ['2023-03', '2023-04-01', '1 day'],
  ['2023-03', '2023-05-01', '31 days'],
  ['2022-01', '2023-03-31', '13 months'],
  ['2021', '2023-04-01', '14 months'],
  ['2024', '2023-04-01', '0 days'],
])('says that %s is %3$s ago on %s', (period, asAt, words) => {
  expect(sinceInWords(period, asAt)).toBe(words)
})
