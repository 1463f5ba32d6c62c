import { describe, expect, it } from 'vitest'
import { parseConditions } from './parse-conditions.ts'

const LATE = `
id: late
title: It is late
subject: task
when: { fact: daysLate, operator: greaterThan, value: 0 }
`

/** A file of a condition that uses others. */
function using(name: string, ...others: readonly string[]) {
  const all = others.map((other) => `{ condition: ${other} }`).join(', ')
  return { name, text: `{ id: ${name}, title: Uses others, subject: task, when: { all: [${all}] } }` }
}

describe('parseConditions', () => {
  it('gives conditions by name, with those they use, whatever the order of the files', () => {
    const conditions = parseConditions([using('both', 'late'), { name: 'late', text: LATE }])
    expect([...conditions.keys()].toSorted()).toEqual(['both', 'late'])
    expect(conditions.get('both')?.when).toEqual({
      all: [{ condition: 'late', named: conditions.get('late') }],
    })
  })

  it.each([
    ['id: late', 'id: later', 'id: must be the name of its file, late'],
    ['title: It is late', 'why: It is', 'why: there is no such field'],
    ['subject: task', 'subject: tsk', 'subject: '],
    ['daysLate', 'dayslate', 'when.fact: "dayslate" is not a fact'],
    ['greaterThan', 'more', 'when.operator: must be one of'],
  ])('refuses one with %j changed to %j', (from, to, message) => {
    expect(() => parseConditions([{ name: 'late', text: LATE.replace(from, to) }])).toThrow(
      new RegExp(`^conditions/late.yaml: [^]*${message}`),
    )
  })

  it('refuses a name that does not exist, or that leads back to itself', () => {
    expect(() => parseConditions([using('a', 'gone')])).toThrow(
      'conditions/a.yaml: a: when.all.0.condition: "gone" is not a named condition; there are a',
    )
    expect(() => parseConditions([using('a', 'b'), using('b', 'a')])).toThrow(
      'conditions/b.yaml: b: when.all.0.condition: leads back to itself: a, b, a',
    )
  })

  it('counts what stands behind the names: they cannot multiply without end', () => {
    const doubling = ['b', 'c', 'd', 'e', 'f', 'g'].map((name, index) => {
      const before = index === 0 ? 'late' : 'abcdef'.charAt(index)
      return using(name, before, before, before)
    })
    expect(() => parseConditions([{ name: 'late', text: LATE }, ...doubling])).toThrow(
      'when: there are more than 200 conditions',
    )
    const chain = [...'bcdefghijk'].map((name, index) =>
      using(name, index === 0 ? 'late' : 'abcdefghijk'.charAt(index)),
    )
    expect(() => parseConditions([{ name: 'late', text: LATE }, ...chain])).toThrow(
      'conditions may not be nested more than 10 deep',
    )
  })
})
