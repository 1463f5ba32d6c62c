import type { Condition } from './fact-in-words.ts'
import { expect, it } from 'vitest'
import { neededInWords } from './needed-in-words.ts'

function condition(operatorInWords: string, needed: Condition['needed']) {
  const fixed = { kind: 'condition', fact: 'level', label: 'Level', operator: 'x', found: null } as const
  return neededInWords({ ...fixed, operatorInWords, needed, outcome: 'holds' })
}

it.each([
  ['is at least', 3, 'at least 3'],
  ['is', true, 'yes'],
  ['is', null, 'not known'],
  ['is not', '', 'not empty'],
  ['is one of', ['none', 'bare'], 'one of none, bare'],
  ['includes', 'children', 'includes children'],
])('says what is needed: %s %j', (operator, needed, words) => {
  expect(condition(operator, needed)).toBe(words)
})
