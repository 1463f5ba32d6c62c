import { checkRuleWithReference, factCatalogue, OPERATOR_WORDS } from '@workplan/rulebook'
import { expect, it } from 'vitest'
import { loadRules } from '../rules.ts'
import { factViews, operatorsFor } from './fact-views.ts'
import { exampleProgramme } from './loaded-programme.fixture.ts'

const VALUES = { number: 1, text: 'a', 'yes-no': true, date: '2023-03-13' } as const

/** The operators that the loader takes for a fact of a task, each with a value of the right type. */
async function operatorsTaken(fact: string, type: keyof typeof operatorsFor): Promise<string[]> {
  const taken: string[] = []
  for (const operator of Object.keys(OPERATOR_WORDS)) {
    const value = operator === 'in' || operator === 'notIn' ? ['a'] : type === 'list' ? 'a' : VALUES[type]
    const document = {
      ...{ id: 'own.a', version: 1, title: 'A', subject: 'task', severity: 'low', why: 'A', remedy: 'A' },
      ...{ source: { framework: 'A', locator: 'A' }, message: 'A', when: { fact, operator, value } },
    }
    const { when } = await checkRuleWithReference(document, [])
    if (when) taken.push(operator)
  }
  return taken
}

it('offers for each type the operators that the loader takes', async () => {
  const facts = Object.entries(factCatalogue.task ?? {})
  for (const type of ['number', 'text', 'yes-no', 'date', 'list'] as const) {
    const [fact] = facts.find(([, declared]) => declared.type === type) ?? []
    expect([type, await operatorsTaken(fact ?? '', type)]).toEqual([
      type,
      expect.arrayContaining([...operatorsFor[type]]),
    ])
    expect(await operatorsTaken(fact ?? '', type)).toHaveLength(operatorsFor[type].length)
  }
})

it('offers every fact of every kind, tables by their parts, with the texts of the programme', () => {
  const views = factViews(exampleProgramme('bnssg'), loadRules())
  expect(views.map(({ kind }) => kind)).toEqual(Object.keys(factCatalogue))
  for (const { kind, facts } of views)
    expect(facts.map(({ name }) => name)).toEqual(Object.keys(factCatalogue[kind] ?? {}))
  const tables = views.flatMap(({ facts }) => facts.filter(({ type }) => type === 'table'))
  expect(tables.length).toBeGreaterThan(0)
  for (const { name, parts, operators } of tables) {
    expect(parts.length).toBeGreaterThan(1)
    expect(parts.every(({ reading }) => reading.fact === name)).toBe(true)
    expect(operators.length).toBeGreaterThan(1)
  }
  const evidence = views
    .find(({ kind }) => kind === 'measure')
    ?.facts.find(({ name }) => name === 'evidenceState')
  expect(evidence?.seen).toContain('described')
})
