import { expect, it } from 'vitest'
import { createEvaluator } from '../../src/evaluator/create-evaluator.ts'
import { factCatalogue } from '../../src/facts/catalogue.ts'
import { loadRulebook } from '../../src/rule/load-rulebook.ts'
import { generateSubjects } from '../generate-subjects.ts'
import { handWritten, handWrittenRules } from './hand-written.ts'

const { rules } = loadRulebook()
const programmes = [1, 2, 3, 4].map((seed) => generateSubjects(rules, seed, 300))

it('there is one predicate for each rule, and none for a rule that is gone', () => {
  expect(handWrittenRules.toSorted()).toEqual(rules.map(({ id }) => id))
})

it.each(rules.map((rule) => [rule.id, rule] as const))('%s flags what the rule flags', (id, rule) => {
  const subjects = programmes.flat().filter(({ kind }) => kind === rule.subject)
  const flagged = subjects.filter(({ facts }) => handWritten(id)?.(facts))
  const { holding } = createEvaluator([rule]).judge(subjects)
  expect(flagged.map((subject) => subjects.indexOf(subject))).toEqual(
    holding.map(({ subject }) => subjects.indexOf(subject)),
  )
  const unknown = Object.fromEntries(
    Object.keys(factCatalogue[rule.subject] ?? {}).map((name) => [name, null]),
  )
  for (const { name, facts, flags } of rule.cases)
    expect([name, handWritten(id)?.({ ...unknown, ...facts })]).toEqual([name, flags === true])
})
