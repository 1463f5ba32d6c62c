import { expect, it } from 'vitest'
import { changeInWords } from './change-in-words.ts'

it.each([
  ['status', 'not-started', 'in-progress', 'Status: from not started to in progress'],
  ['statusReason', null, 'funding-needed', 'Status reason: from nothing to needs money'],
  ['due', '2023-03-31', '2023-04', 'Due: from 31 March 2023 to April 2023'],
  ['percent', 0, null, 'Percent: from 0 to nothing'],
  ['evidence', [], [{ title: 'Audit', url: null }], 'Evidence: from none to Audit'],
  ['progress', 'Old', 'New', 'Progress: from Old to New'],
  [
    'basis',
    { status: { kind: 'inferred' }, audience: { kind: 'inferred' } },
    { audience: { kind: 'inferred' } },
    'Now said by a person: status',
  ],
])('tells a change of %s', (field, before, after, words) => {
  expect(changeInWords({ field, before, after })).toBe(words)
})
