import type { FactTable, FactValue, Verdict } from '@workplan/domain'
import { type FactDeclaration, type SubjectFacts, TYPE_WORDS } from '../facts/declaration.ts'
import { judgeFacts } from '../evaluator/judge-facts.ts'
import { readFact } from '../evaluator/read-fact.ts'
import { type FactReading, stepsOf } from './fact-reading.ts'
import { leavesOf, readingsOf } from './leaves.ts'
import type { Rule, RuleCase } from './rule.ts'

/** A problem of a rule's cases, with the place in the file. */
export interface CaseProblem {
  field: string | null
  problem: string
}

const FLAGS = { holds: true, 'does-not-hold': false, 'not-assessable': 'not-assessable' } as const

/**
 * What is wrong with a rule's cases: a fact that is unknown or of the wrong type, a fact that the rule reads and the
 * case does not give, a verdict that comes out otherwise, a kind of case that is missing.
 */
export function checkCases(rule: Rule, declared: SubjectFacts): CaseProblem[] {
  const facts = rule.cases.flatMap((entry, index) => factProblems(entry, index, rule, declared))
  return facts.length > 0 ? facts : [...verdictProblems(rule), ...missingCases(rule)]
}

function factProblems(entry: RuleCase, index: number, rule: Rule, declared: SubjectFacts): CaseProblem[] {
  const place = (...path: readonly (string | number)[]) => [index, 'facts', ...path].join('.')
  const given = Object.entries(entry.facts).flatMap(([name, value]) =>
    Object.hasOwn(declared, name)
      ? valueProblems(value, declared[name] as FactDeclaration).map(({ steps, problem }) => ({
          field: place(name, ...steps),
          problem,
        }))
      : [{ field: place(name), problem: `is not a fact of a ${rule.subject}` }],
  )
  const readings = [...readingsOf(rule.when), ...rule.requires.map((fact) => ({ fact }))]
  const left = readings.filter((reading) => !isGiven(entry.facts, reading))
  return [
    ...given,
    ...[...new Set(left.map((reading) => place(reading.fact, ...stepsOf(reading))))].map((field) => ({
      field,
      problem: 'the rule reads this fact; give it a value, or null when it is not known',
    })),
  ]
}

/** Whether a case says something of what is read, be it that it is not known. A list says all of its entries. */
function isGiven(facts: RuleCase['facts'], reading: FactReading): boolean {
  if (!Object.hasOwn(facts, reading.fact)) return false
  const value = facts[reading.fact]
  const [member] = stepsOf(reading)
  return typeof member !== 'string' || value === null || Object.hasOwn(value as FactTable, member)
}

function valueProblems(
  value: FactValue,
  declared: FactDeclaration,
): { steps: readonly string[]; problem: string }[] {
  if (value === null) return []
  if (declared.type !== 'table')
    return typeOf(value) === (declared.type === 'date' ? 'text' : declared.type)
      ? []
      : [{ steps: [], problem: `must be ${TYPE_WORDS[declared.type]}` }]
  if (!isTable(value)) return [{ steps: [], problem: 'must be a table' }]
  return Object.entries(value).flatMap(([key, member]) => {
    if (!Object.hasOwn(declared.keys, key)) return [{ steps: [key], problem: 'there is no such member' }]
    const fits = member === null || typeOf(member) === declared.of
    return fits ? [] : [{ steps: [key], problem: `must be ${TYPE_WORDS[declared.of]}` }]
  })
}

function verdictProblems(rule: Rule): CaseProblem[] {
  const verdicts = judgeFacts(
    rule,
    rule.cases.map(({ facts }) => facts),
  )
  return rule.cases.flatMap((entry, index) => {
    const flags = FLAGS[verdicts[index] as Verdict]
    return flags === entry.flags
      ? []
      : [{ field: `${index}.flags`, problem: `"${entry.name}" comes out as ${flags}` }]
  })
}

/** Every rule needs a case that flags, one that does not, and one exactly at each number it compares with. */
function missingCases({ cases, when }: Rule): CaseProblem[] {
  const wanted = [
    { problem: 'there is no case that flags', found: cases.some(({ flags }) => flags === true) },
    { problem: 'there is no case that does not flag', found: cases.some(({ flags }) => flags === false) },
    ...leavesOf(when).flatMap((leaf) =>
      typeof leaf.value === 'number'
        ? [
            {
              problem: `there is no case at the boundary, where ${[leaf.fact, ...stepsOf(leaf)].join('.')} is ${leaf.value}`,
              found: cases.some(({ facts }) => readFact(facts, leaf.fact, stepsOf(leaf)) === leaf.value),
            },
          ]
        : [],
    ),
  ]
  return wanted.filter(({ found }) => !found).map(({ problem }) => ({ field: null, problem }))
}

function isTable(value: FactValue): value is FactTable {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function typeOf(value: Exclude<FactValue, null>): 'text' | 'number' | 'yes-no' | 'list' | 'table' {
  if (typeof value === 'object') return Array.isArray(value) ? 'list' : 'table'
  if (typeof value === 'number') return 'number'
  return typeof value === 'boolean' ? 'yes-no' : 'text'
}
