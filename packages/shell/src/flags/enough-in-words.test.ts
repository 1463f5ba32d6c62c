import type { ExplanationNode } from '@workplan/domain'
import { expect, it } from 'vitest'
import { enoughInWords, enoughOfGroup } from './enough-in-words.ts'
import type { Condition } from './fact-in-words.ts'

function condition(
  operator: string,
  needed: Condition['needed'],
  outcome: Condition['outcome'] = 'holds',
): Condition {
  const fixed = { kind: 'condition', fact: 'level', label: 'Level', operatorInWords: 'includes' } as const
  return { ...fixed, operator, needed, found: null, outcome }
}

it.each([
  ['greaterThan', 14, 'at most 14'],
  ['greaterThanInclusive', 3, 'less than 3'],
  ['lessThan', 3, 'at least 3'],
  ['lessThanInclusive', 3, 'more than 3'],
  ['equal', true, 'no'],
  ['equal', 0, 'more than 0'],
  ['equal', 'blocked', 'anything but blocked'],
  ['notEqual', 'described', 'described'],
  ['in', ['none', 'bare'], 'anything but none, bare'],
  ['notIn', ['none', 'bare'], 'one of none, bare'],
  ['contains', 'children', 'without children'],
  ['doesNotContain', 'children', 'including children'],
])('says what would have been enough against %s %j', (operator, needed, words) => {
  expect(enoughInWords(condition(operator, needed), false)).toBe(words)
})

it('is silent about what did not speak for the flag', () => {
  expect(enoughInWords(condition('equal', true, 'does-not-hold'), false)).toBeNull()
  expect(enoughInWords(condition('equal', true, 'not-assessable'), false)).toBeNull()
  expect(enoughInWords(condition('equal', true, 'holds'), true)).toBeNull()
})

it('is what was looked for within a group that must not be so', () => {
  expect(enoughInWords(condition('contains', 'children', 'does-not-hold'), true)).toBe('includes children')
})

it.each<['all' | 'any', boolean, string]>([
  ['all', false, 'Any one of these would have been enough.'],
  ['any', false, 'All of these would have to come out otherwise.'],
  ['all', true, 'All of these would have to come out otherwise.'],
  ['any', true, 'Any one of these would have been enough.'],
])('says how many of %s would have been enough, negated: %j', (kind, negated, words) => {
  const outcome = negated ? 'does-not-hold' : 'holds'
  const child = condition('equal', true, outcome)
  const group: ExplanationNode = { kind, outcome, children: [child, child] }
  expect(enoughOfGroup(group, negated)).toBe(words)
  expect(enoughOfGroup({ ...group, children: [child] }, negated)).toBeNull()
})
