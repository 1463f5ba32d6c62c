import { describe, expect, it } from 'vitest'
import type { Condition } from '../rule/rule.ts'
import { judgeFacts } from './judge-facts.ts'

const YES: Condition = { fact: 'yes', operator: 'equal', value: true }
const NO: Condition = { fact: 'yes', operator: 'equal', value: false }
const UNKNOWN: Condition = { fact: 'unknown', operator: 'equal', value: true }
const FACTS = { yes: true, unknown: null }

const NAMES = new Map<Condition, string>([
  [YES, 'yes'],
  [NO, 'no'],
  [UNKNOWN, 'unknown'],
])

function judge(
  condition: Condition,
  facts: Record<string, string | number | boolean | string[] | null> = FACTS,
) {
  return judgeFacts({ requires: [], when: condition }, [facts])[0]
}

describe('three-valued logic', () => {
  const H = 'holds'
  const D = 'does-not-hold'
  const N = 'not-assessable'

  it.each([
    [YES, YES, H, H],
    [YES, NO, D, H],
    [YES, UNKNOWN, N, H],
    [NO, YES, D, H],
    [NO, NO, D, D],
    [NO, UNKNOWN, D, N],
    [UNKNOWN, YES, N, H],
    [UNKNOWN, NO, D, N],
    [UNKNOWN, UNKNOWN, N, N],
  ])('of two conditions, case %#', (one, other, all, any) => {
    const names = `${NAMES.get(one)} and ${NAMES.get(other)}`
    expect([names, judge({ all: [one, other] })]).toEqual([names, all])
    expect([names, judge({ any: [one, other] })]).toEqual([names, any])
  })

  it('of not turns yes and no, and leaves what is not known', () => {
    expect([judge({ not: YES }), judge({ not: NO }), judge({ not: UNKNOWN })]).toEqual([D, H, N])
  })

  it('takes a fact that is missing for one that is not known', () => {
    expect(judge(UNKNOWN, {})).toBe(N)
  })

  it('cannot compare with another fact that is not known', () => {
    const condition: Condition = { fact: 'yes', operator: 'notEqual', value: { fact: 'unknown' } }
    expect(judge(condition)).toBe(N)
  })
})

describe('an operator', () => {
  it.each([
    ['equal', 3, 3, 1],
    ['equal', 3, 4, 0],
    ['notEqual', 'a', 'b', 1],
    ['notEqual', 'a', 'a', 0],
    ['lessThan', 2, 3, 1],
    ['lessThan', 3, 3, 0],
    ['lessThanInclusive', 3, 3, 1],
    ['lessThanInclusive', 4, 3, 0],
    ['greaterThan', 4, 3, 1],
    ['greaterThan', 3, 3, 0],
    ['greaterThanInclusive', 3, 3, 1],
    ['greaterThanInclusive', 2, 3, 0],
    ['in', 'a', ['a', 'b'], 1],
    ['in', 'c', ['a', 'b'], 0],
    ['notIn', 'c', ['a', 'b'], 1],
    ['notIn', 'a', ['a', 'b'], 0],
    ['contains', ['a', 'b'], 'a', 1],
    ['contains', [], 'a', 0],
    ['doesNotContain', ['b'], 'a', 1],
    ['doesNotContain', ['a'], 'a', 0],
  ] as const)('%s: %j against %j', (operator, found, needed, outcome) => {
    const value = typeof needed === 'object' ? [...needed] : needed
    const fact = typeof found === 'object' ? [...found] : found
    expect(judge({ fact: 'f', operator, value }, { f: fact })).toBe(outcome ? 'holds' : 'does-not-hold')
  })

  it('compares two facts of one subject', () => {
    const condition: Condition = { fact: 'blocked', operator: 'equal', value: { fact: 'live' } }
    expect(judge(condition, { blocked: 2, live: 2 })).toBe('holds')
    expect(judge(condition, { blocked: 1, live: 2 })).toBe('does-not-hold')
  })
})

describe('many subjects at once', () => {
  it('come out as each does alone, across the ends of words', () => {
    const condition: Condition = {
      any: [
        {
          all: [
            { fact: 'n', operator: 'greaterThan', value: 20 },
            { not: { fact: 'n', operator: 'equal', value: 63 } },
          ],
        },
        { fact: 'unknown', operator: 'equal', value: true },
        { fact: 'n', operator: 'lessThanInclusive', value: 2 },
      ],
    }
    for (const count of [1, 31, 32, 33, 64, 70]) {
      const factSets = Array.from({ length: count }, (_, n) => ({
        n: n % 7 === 5 ? null : n,
        unknown: n % 3 === 0 ? false : null,
      }))
      expect(judgeFacts({ requires: [], when: condition }, factSets)).toEqual(
        factSets.map((facts) => judge(condition, facts)),
      )
    }
  })

  it('are none when there is nobody to judge', () => {
    expect(judgeFacts({ requires: [], when: YES }, [])).toEqual([])
  })
})
