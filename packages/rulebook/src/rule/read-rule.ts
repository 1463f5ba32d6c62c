import { DataError, type DataProblem, parseData } from '@workplan/domain'
import { z } from 'zod'
import { readPlaceholder, placeholdersIn } from '../evaluator/message.ts'
import { factCatalogue } from '../facts/catalogue.ts'
import { declaredPart } from '../facts/declared-part.ts'
import type { SubjectFacts } from '../facts/declaration.ts'
import { checkCases } from './check-cases.ts'
import { nameLookup } from './parse-conditions.ts'
import { type ConditionProblem, readConditions } from './read-conditions.ts'
import { type NamedCondition, type NamedConditions, type Rule, RuleCase, RuleFile } from './rule.ts'

/** How the two documents of a rule are called where a problem is named. */
export interface DocumentNames {
  rule: string
  cases: string
}

/** A rule without its cases. */
type RuleStatement = Omit<Rule, 'cases'>

/** The most cases that a rule may have. */
const MOST_CASES = 200

const RuleCases = z.array(RuleCase).max(MOST_CASES)

/**
 * A rule from its two documents as plain values; the cases are asked for once the rule itself is sound. Throws a DataError
 * that names the document and the place of every problem, a case that comes out otherwise included.
 */
export function readRule(
  document: unknown,
  cases: () => unknown,
  conditions: NamedConditions,
  names: DocumentNames,
): Rule {
  const statement = readStatement(document, conditions, names.rule)
  const rule = { ...statement, cases: readCases(cases(), names.cases) }
  const problems = checkCases(rule, factCatalogue[rule.subject] ?? {})
  if (problems.length > 0) throw errorIn(names.cases, rule.id, problems)
  return rule
}

/** What a rule says, its cases aside; throws a DataError that names the place of every problem. */
export function readStatement(document: unknown, conditions: NamedConditions, name: string): RuleStatement {
  const file = parseData(RuleFile, document, name)
  const declared = factCatalogue[file.subject] ?? {}
  const named = nameLookup(file.subject, conditions, (id) => conditions.get(id) as NamedCondition)
  const { condition, problems } = readConditions(file.when, { facts: declared, named })
  const ruleProblems = [...problems, ...textProblems(file, declared)]
  if (condition === null || ruleProblems.length > 0) throw errorIn(name, file.id, ruleProblems)
  return { ...file, when: condition }
}

/** The cases of a rule, not yet judged; throws a DataError for what is no list of cases. */
export function readCases(cases: unknown, name: string): RuleCase[] {
  return parseData(RuleCases, cases, name)
}

function textProblems(file: z.infer<typeof RuleFile>, declared: SubjectFacts): ConditionProblem[] {
  const isDeclared = (name: string) => Object.hasOwn(declared, name)
  const unknown = file.requires.filter((name) => !isDeclared(name))
  const tables = file.requires.filter((name) => isDeclared(name) && declared[name]?.type === 'table')
  return [
    ...(Object.keys(declared).length > 0
      ? []
      : [{ field: 'subject', problem: `no facts are declared for ${file.subject}` }]),
    ...unknown.map((name) => ({ field: 'requires', problem: `${name} is not a fact of a ${file.subject}` })),
    ...tables.map((name) => ({
      field: 'requires',
      problem: `${name} is a table, whose members are known or not`,
    })),
    ...placeholdersIn(file.message)
      .filter((text) => !isDeclaredPlaceholder(text, declared))
      .map((text) => ({ field: 'message', problem: `{${text}} is not a fact of a ${file.subject}` })),
  ]
}

function isDeclaredPlaceholder(text: string, declared: SubjectFacts): boolean {
  const { fact, steps } = readPlaceholder(text)
  const declaration = Object.hasOwn(declared, fact) ? declared[fact] : undefined
  return declaration !== undefined && declaredPart(declaration, steps) !== null
}

function errorIn(file: string, record: string, problems: readonly Omit<DataProblem, 'record'>[]): DataError {
  return new DataError(
    file,
    problems.map((problem) => ({ record, ...problem })),
  )
}
