import type { Verdict } from '@workplan/domain'
import type { SubjectFacts } from '../facts/declaration.ts'
import { judgeFacts } from '../evaluator/judge-facts.ts'
import { factsRead, leavesOf } from './leaves.ts'
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
  const place = (name: string) => `${index}.facts.${name}`
  const given = Object.entries(entry.facts).flatMap(([name, value]) => {
    const declaration = declared[name]
    if (!declaration || !Object.hasOwn(declared, name))
      return [{ field: place(name), problem: `is not a fact of a ${rule.subject}` }]
    const fits = value === null || typeOf(value) === (declaration.type === 'date' ? 'text' : declaration.type)
    return fits ? [] : [{ field: place(name), problem: `must be of type ${declaration.type}` }]
  })
  const left = [...factsRead(rule.when), ...rule.requires].filter((name) => !Object.hasOwn(entry.facts, name))
  return [
    ...given,
    ...[...new Set(left)].map((name) => ({
      field: place(name),
      problem: 'the rule reads this fact; give it a value, or null when it is not known',
    })),
  ]
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
    ...leavesOf(when).flatMap(({ fact, value }) =>
      typeof value === 'number'
        ? [
            {
              problem: `there is no case at the boundary, where ${fact} is ${value}`,
              found: cases.some(({ facts }) => facts[fact] === value),
            },
          ]
        : [],
    ),
  ]
  return wanted.filter(({ found }) => !found).map(({ problem }) => ({ field: null, problem }))
}

function typeOf(value: string | number | boolean | string[]): 'text' | 'number' | 'yes-no' | 'list' {
  if (Array.isArray(value)) return 'list'
  if (typeof value === 'number') return 'number'
  return typeof value === 'boolean' ? 'yes-no' : 'text'
}
