import { describe, expect, it } from 'vitest'
import type { SubjectFacts } from '../facts/declaration.ts'
import { readConditions } from './read-conditions.ts'
import type { NamedCondition } from './rule.ts'

const FACTS: SubjectFacts = {
  live: { label: 'Live tasks', type: 'number', unit: 'task', description: 'A count' },
  names: { label: 'Names', type: 'list', description: 'Some names' },
  status: { label: 'Status', type: 'text', description: 'A status' },
  byAudience: {
    label: 'Live tasks',
    type: 'table',
    of: 'number',
    keys: { children: 'for children', adult: 'for adults' },
    param: 'audience',
    description: 'Counts',
  },
  fixed: { label: 'Answers', type: 'table', of: 'yes-no', keys: { here: 'here' }, description: 'Answers' },
}

const NAMED: NamedCondition = {
  id: 'some-live',
  title: 'Some work is live',
  subject: 'task',
  when: { fact: 'live', operator: 'greaterThan', value: 0 },
}

const read = (when: unknown) =>
  readConditions(when, {
    facts: FACTS,
    named: (id) => (id === NAMED.id ? NAMED : `${id} is not there`),
  })

describe('a comparison may read', () => {
  it.each([
    { fact: 'byAudience', path: '$.children', operator: 'equal', value: 0 },
    { fact: 'byAudience', params: { audience: 'adult' }, operator: 'lessThan', value: { fact: 'live' } },
    { fact: 'live', operator: 'equal', value: { fact: 'byAudience', path: '$.adult' } },
    { fact: 'live', operator: 'equal', value: { fact: 'byAudience', params: { audience: 'adult' } } },
    { fact: 'fixed', path: '$.here', operator: 'equal', value: false },
    { fact: 'names', path: '$[0]', operator: 'in', value: ['a'] },
    { fact: 'names', operator: 'contains', value: { fact: 'names', path: '$[1]' } },
  ])('%j', (leaf) => {
    expect(read(leaf)).toEqual({ condition: leaf, problems: [] })
  })

  it('a named condition, which it keeps with the name', () => {
    expect(read({ not: { condition: 'some-live' } })).toEqual({
      condition: { not: { condition: 'some-live', named: NAMED } },
      problems: [],
    })
  })
})

describe('refused, with the place, is', () => {
  it.each([
    [
      { fact: 'byAudience', operator: 'equal', value: 0 },
      'operator',
      'a table cannot be compared as a whole',
    ],
    [
      { fact: 'byAudience', path: '$.child', operator: 'equal', value: 0 },
      'path',
      'byAudience has no child; there are children, adult',
    ],
    [{ fact: 'byAudience', path: '$[0]', operator: 'equal', value: 0 }, 'path', 'byAudience has no 0'],
    [
      { fact: 'byAudience', path: '$.adult.x', operator: 'equal', value: 0 },
      'path',
      'byAudience has no adult.x',
    ],
    [
      { fact: 'byAudience', params: { audience: 'child' }, operator: 'equal', value: 0 },
      'params.audience',
      'byAudience has no child',
    ],
    [
      { fact: 'byAudience', params: { who: 'children' }, operator: 'equal', value: 0 },
      'params',
      'must give audience and nothing else',
    ],
    [
      { fact: 'byAudience', params: { audience: 'adult', who: 'a' }, operator: 'equal', value: 0 },
      'params',
      'must give audience and nothing else',
    ],
    [
      { fact: 'byAudience', params: { audience: 'adult' }, path: '$.adult', operator: 'equal', value: 0 },
      'path',
      'cannot stand beside params',
    ],
    [
      { fact: 'fixed', params: { at: 'here' }, operator: 'equal', value: true },
      'params',
      'fixed takes no parameter',
    ],
    [{ fact: 'names', path: '$.length', operator: 'equal', value: 1 }, 'path', 'names has no length'],
    [
      { fact: 'names', path: '$..a', operator: 'equal', value: 'a' },
      'path',
      'must be members and indexes only',
    ],
    [{ fact: 'fixed', path: '$.here', operator: 'lessThan', value: 1 }, 'operator', 'that is true or false'],
    [
      { fact: 'live', operator: 'equal', value: { fact: 'byAudience' } },
      'value',
      'a number, and the fact it names is a table',
    ],
    [{ fact: 'live', operator: 'equal', value: { fact: 'live', x: 1 } }, 'value.x', 'there is no such field'],
    [{ fact: 'live', operator: 'equal', value: { fact: 'gone' } }, 'value.fact', '"gone" is not a fact'],
    [{ fact: '__proto__', operator: 'equal', value: 1 }, 'fact', '"__proto__" is not a fact'],
    [{ fact: 'live', operator: 'constructor', value: 1 }, 'operator', 'must be one of equal'],
    [{ condition: 'some-live', operator: 'equal' }, 'operator', 'cannot stand beside condition'],
    [{ condition: 'other' }, 'condition', 'other is not there'],
    [{ condition: 3 }, 'condition', 'must be the name of a condition'],
  ])('%j', (when, place, problem) => {
    const { condition, problems } = read(when)
    expect(condition).toBeNull()
    expect(problems).toEqual([{ field: `when.${place}`, problem: expect.stringContaining(problem) }])
  })

  it('what is nested too deep or is too much, however far it goes on', () => {
    const leaf = { fact: 'live', operator: 'equal', value: 0 }
    const nested = (depth: number): object => (depth === 1 ? leaf : { not: nested(depth - 1) })
    expect(read(nested(10)).problems).toEqual([])
    expect(read(nested(11)).problems).toEqual([
      { field: `when${'.not'.repeat(10)}`, problem: 'conditions may not be nested more than 10 deep' },
    ])
    expect(read({ all: Array.from({ length: 199 }, () => leaf) }).problems).toEqual([])
    expect(read({ all: Array.from({ length: 100_000 }, () => leaf) }).problems).toEqual([
      { field: 'when', problem: 'there are more than 200 conditions' },
    ])
  })
})
