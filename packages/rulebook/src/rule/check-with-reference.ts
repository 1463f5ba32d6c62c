import { DataError, type Verdict } from '@workplan/domain'
import { judgeFacts } from '../evaluator/judge-facts.ts'
import { readFact } from '../evaluator/read-fact.ts'
import { factCatalogue } from '../facts/catalogue.ts'
import { checkCases } from './check-cases.ts'
import { stepsOf } from './fact-reading.ts'
import { readingsOf } from './leaves.ts'
import { readCases, readStatement } from './read-rule.ts'
import { askReference } from './reference/ask-reference.ts'
import type { Condition, NamedConditions, Rule, RuleCase } from './rule.ts'

/** Something that stands against a rule; `place` as `when.all.1.value`, `cases.0.facts.level` or `cases`. */
export interface RuleProblem {
  place: string
  problem: string
}

/** How one case came out. */
export interface CheckedCase {
  name: string
  expected: RuleCase['flags']
  /** What our evaluator says; null when the facts of the case cannot be read. */
  verdict: Verdict | null
  /** What json-rules-engine says; null when it was not asked, because something that the rule reads is not known. */
  reference: boolean | null
}

export interface CheckedRule {
  /** Empty when the rule could be used as it is. */
  problems: RuleProblem[]
  /** One for each case, in the order given; empty when the rule or its cases cannot be read. */
  cases: CheckedCase[]
  /** Null when the conditions cannot be read. */
  when: Condition | null
}

/**
 * Checks a rule and its cases, given as plain values, as loading does, and has every case judged by json-rules-engine
 * too. Says what is wrong and never throws for it; size and depth are limited, so that it takes milliseconds.
 */
export async function checkRuleWithReference(
  document: unknown,
  cases: unknown,
  conditions: NamedConditions = new Map(),
): Promise<CheckedRule> {
  const statement = attempt(() => readStatement(document, conditions, 'rule'), '')
  const given = attempt(() => readCases(cases, 'cases'), 'cases')
  const when = statement.value?.when ?? null
  if (!statement.value || !given.value)
    return { problems: [...statement.problems, ...given.problems], cases: [], when }
  const rule: Rule = { ...statement.value, cases: given.value }
  const problems = checkCases(rule, factCatalogue[rule.subject] ?? {})
  const unreadable = new Set(problems.flatMap(({ field }) => field?.match(/^(\d+)\.facts\b/)?.[1] ?? []))
  const checked: CheckedCase[] = []
  for (const [index, entry] of rule.cases.entries())
    checked.push(await checkCase(rule, entry, !unreadable.has(String(index))))
  return {
    problems: [
      ...problems.map(({ field, problem }) => ({ place: placeIn('cases', field), problem })),
      ...checked.flatMap(disagreement),
    ],
    cases: checked,
    when,
  }
}

async function checkCase(rule: Rule, entry: RuleCase, readable: boolean): Promise<CheckedCase> {
  const { name, flags: expected, facts } = entry
  if (!readable) return { name, expected, verdict: null, reference: null }
  const [verdict = null] = judgeFacts(rule, [facts])
  const reference = isKnown(rule, facts) ? (await askReference(rule.when, facts)).result === true : null
  return { name, expected, verdict, reference }
}

/** True when everything that a rule reads is known: only then does json-rules-engine speak of the same. */
export function isKnown(
  { when, requires }: Pick<Rule, 'when' | 'requires'>,
  facts: RuleCase['facts'],
): boolean {
  return (
    requires.every((fact) => (facts[fact] ?? null) !== null) &&
    readingsOf(when).every((reading) => (readFact(facts, reading.fact, stepsOf(reading)) ?? null) !== null)
  )
}

function disagreement({ name, verdict, reference }: CheckedCase, index: number): RuleProblem[] {
  if (reference === null || (verdict === 'holds') === reference) return []
  const problem = `"${name}": json-rules-engine says ${reference} and our evaluator ${verdict}`
  return [{ place: `cases.${index}.flags`, problem }]
}

/** The value of a reader, or what its DataError says. */
function attempt<Value>(read: () => Value, under: string): { value: Value | null; problems: RuleProblem[] } {
  try {
    return { value: read(), problems: [] }
  } catch (error) {
    if (!(error instanceof DataError)) throw error
    const problems = error.problems.map(({ field, problem }) => ({ place: placeIn(under, field), problem }))
    return { value: null, problems }
  }
}

function placeIn(under: string, field: string | null): string {
  return [under, field].filter((part) => part !== null && part !== '').join('.')
}
