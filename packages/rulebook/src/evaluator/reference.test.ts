import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isKnown } from '../rule/check-with-reference.ts'
import { loadRulebook } from '../rule/load-rulebook.ts'
import { askReference } from '../rule/reference/ask-reference.ts'
import type { Condition, LeafCondition } from '../rule/rule.ts'
import { judgeFacts } from './judge-facts.ts'

const { rules } = loadRulebook()

/** Facts of every type: `n` are numbers, `t` texts, `b` yes or no, `l` lists. */
const FACTS = fc.record({
  n1: fc.integer({ min: -3, max: 3 }),
  n2: fc.double({ min: -3, max: 3, noNaN: true }),
  t1: fc.constantFrom('', 'a', 'b', '2'),
  t2: fc.constantFrom('a', 'b', '10'),
  b1: fc.boolean(),
  b2: fc.boolean(),
  l1: fc.subarray(['a', 'b', '2']),
})

const leaf: fc.Arbitrary<LeafCondition> = fc.oneof(
  fc.record({
    fact: fc.constantFrom('n1', 'n2'),
    operator: fc.constantFrom(
      'equal',
      'notEqual',
      'lessThan',
      'lessThanInclusive',
      'greaterThan',
      'greaterThanInclusive',
    ),
    value: fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constantFrom({ fact: 'n1' }, { fact: 'n2' })),
  }),
  fc.record({
    fact: fc.constantFrom('t1', 't2'),
    operator: fc.constantFrom('equal', 'notEqual'),
    value: fc.oneof(fc.constantFrom('', 'a', '10'), fc.constant({ fact: 't1' })),
  }),
  fc.record({
    fact: fc.constantFrom('t1', 't2'),
    operator: fc.constantFrom('in', 'notIn'),
    value: fc.subarray(['', 'a', 'b', '10'], { minLength: 1 }),
  }),
  fc.record({
    fact: fc.constantFrom('b1', 'b2'),
    operator: fc.constantFrom('equal', 'notEqual'),
    value: fc.oneof(fc.boolean(), fc.constant({ fact: 'b2' })),
  }),
  fc.record({
    fact: fc.constant('l1'),
    operator: fc.constantFrom('contains', 'doesNotContain'),
    value: fc.oneof(fc.constantFrom('a', 'b', '10'), fc.constant({ fact: 't1' })),
  }),
) as fc.Arbitrary<LeafCondition>

const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    leaf,
    fc.record({ all: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('condition') }),
  ),
}))

describe('json-rules-engine agrees', () => {
  it.each(rules.map((rule) => [rule.id, rule] as const))('on every case of %s', async (_, rule) => {
    const known = rule.cases.filter(({ facts }) => isKnown(rule, facts))
    expect(known.length).toBeGreaterThan(1)
    for (const { name, facts, flags } of known)
      expect([name, (await askReference(rule.when, facts)).result]).toEqual([name, flags])
  })

  it('on generated conditions and facts, while every fact is known', async () => {
    await fc.assert(
      fc.asyncProperty(condition, FACTS, async (generated, facts) => {
        const [verdict] = judgeFacts({ requires: [], when: generated }, [facts])
        expect(verdict === 'holds').toBe((await askReference(generated, facts)).result)
      }),
      { numRuns: 400 },
    )
  })
})
