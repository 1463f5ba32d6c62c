import { expect, it } from 'vitest'
import { metricView, readingView } from './example-metric.fixture.ts'
import { parseNumber } from './number-text.ts'
import { nextReadingDraft } from './reading-draft.ts'

it.each([
  ['monthly', '2022-12', 'January 2023'],
  ['quarterly', '2022-11', 'February 2023'],
  ['twice-yearly', '2022-06', 'December 2022'],
  ['annual', '2022', '2023'],
  ['annual', '2022-06', ''],
  ['monthly', '2022-06-30', ''],
  ['other', '2022-06', ''],
  [null, '2022-06', ''],
] as const)('a metric read %s, last for %s, is read next for %s', (frequency, period, next) => {
  const { metric } = metricView({ metric: { frequency } })
  expect(nextReadingDraft(metric, readingView({ period }).reading).period).toBe(next)
})

it.each([
  ['40', 40],
  [' 2,872 ', 2872],
  ['12.5%', 12.5],
  ['-3', -3],
  ['0', 0],
  ['', null],
  ['about 40', null],
  ['1e3', null],
])('takes %j for %j', (text, value) => {
  expect(parseNumber(text)).toBe(value)
})
