import { describe, expect, it } from 'vitest'
import { isKnown } from '../rule/check-with-reference.ts'
import { loadRulebook } from '../rule/load-rulebook.ts'
import { askReference } from '../rule/reference/ask-reference.ts'

const { rules } = loadRulebook()

describe('json-rules-engine agrees', () => {
  it.each(rules.map((rule) => [rule.id, rule] as const))('on every case of %s', async (_, rule) => {
    const known = rule.cases.filter(({ facts }) => isKnown(rule, facts))
    expect(known.length).toBeGreaterThan(1)
    for (const { name, facts, flags } of known)
      expect([name, (await askReference(rule.when, facts)).result]).toEqual([name, flags])
  })
})
