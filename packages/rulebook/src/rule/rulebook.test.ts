import { describe, expect, it } from 'vitest'
import { factCatalogue } from '../facts/catalogue.ts'
import { named } from '../facts/testing/state.ts'
import { loadLibrary } from '../library/load-library.ts'
import { loadRulebook } from './load-rulebook.ts'
import { rulesInForce } from './rules-in-force.ts'

const { rules } = loadRulebook()

describe('the rulebook', () => {
  it('has rules, each id once and in order, and is read once', () => {
    const ids = rules.map(({ id }) => id)
    expect(ids.length).toBeGreaterThan(20)
    expect(ids).toEqual([...new Set(ids)].toSorted())
    expect(loadRulebook()).toBe(loadRulebook())
  })

  it('has rules for every kind of subject that has facts', () => {
    const kinds = new Set(rules.map(({ subject }) => subject))
    expect(kinds).toEqual(new Set(Object.keys(factCatalogue)))
  })

  it('cites a framework of the library, or a law or standard with its address', () => {
    const names = new Set(loadLibrary().frameworks.map(({ name }) => name))
    for (const { id, source } of rules)
      expect([id, names.has(source.framework) || source.url !== undefined]).toEqual([id, true])
  })

  it('names no programme and none of its records', () => {
    for (const rule of rules) expect(JSON.stringify(rule)).not.toMatch(/bnssg|northamptonshire|northants/i)
  })
})

it('a rule is in force up to and on its last day', () => {
  const rule = named(rules, 'task-overdue')
  const ended = { ...rule, until: '2023-03-13' }
  expect(rulesInForce([rule, ended], '2023-03-13')).toEqual([rule, ended])
  expect(rulesInForce([rule, ended], '2023-03-14')).toEqual([rule])
})
