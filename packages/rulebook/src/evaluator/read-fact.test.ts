import { expect, it } from 'vitest'
import { readFact } from './read-fact.ts'

const FACTS = { level: 3, none: null, table: { done: 2, blocked: null }, list: ['a', 'b'] }

it.each([
  ['level', [], 3],
  ['none', [], null],
  ['table', ['done'], 2],
  ['table', ['blocked'], null],
  ['list', [1], 'b'],
] as const)('reads %s at %j', (fact, steps, value) => {
  expect(readFact(FACTS, fact, steps)).toBe(value)
})

it.each([
  ['missing', []],
  ['missing', ['done']],
  ['none', ['done']],
  ['level', ['toFixed']],
  ['table', ['waiting']],
  ['table', ['toString']],
  ['table', ['constructor']],
  ['list', [2]],
  ['list', ['map']],
] as const)('%s at %j is not known: only own members are facts', (fact, steps) => {
  expect(readFact(FACTS, fact, steps)).toBeUndefined()
})
