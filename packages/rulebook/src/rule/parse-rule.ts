import { DataError, type DataProblem, parseData } from '@workplan/domain'
import { z } from 'zod'
import { factOfPlaceholder, placeholdersIn } from '../evaluator/message.ts'
import { factCatalogue } from '../facts/catalogue.ts'
import type { SubjectFacts } from '../facts/declaration.ts'
import { readYaml } from '../library/read-yaml.ts'
import { checkCases } from './check-cases.ts'
import { readConditions } from './read-conditions.ts'
import { type Rule, RuleCase, RuleFile } from './rule.ts'

/** The two files of a rule's folder, as YAML text, and the folder's name. */
export interface RuleFiles {
  folder: string
  rule: string
  cases: string
}

/**
 * The rule of one folder, with cases that come out as they say; otherwise throws a DataError that names the file and
 * the place of every problem.
 */
export function parseRule({ folder, rule: ruleText, cases: casesText }: RuleFiles): Rule {
  const ruleFile = `rules/${folder}/rule.yaml`
  const casesFile = `rules/${folder}/cases.yaml`
  const file = parseData(RuleFile, readYaml(ruleText, ruleFile), ruleFile)
  const declared = factCatalogue[file.subject] ?? {}
  const { condition, problems } = readConditions(file.when, declared)
  const ruleProblems = [...problems, ...textProblems(file, folder, declared)]
  if (condition === null || ruleProblems.length > 0) throw errorIn(ruleFile, file.id, ruleProblems)
  const cases = parseData(z.array(RuleCase), readYaml(casesText, casesFile), casesFile)
  const rule = { ...file, when: condition, cases }
  const caseProblems = checkCases(rule, declared)
  if (caseProblems.length > 0) throw errorIn(casesFile, file.id, caseProblems)
  return rule
}

function textProblems(
  file: z.infer<typeof RuleFile>,
  folder: string,
  declared: SubjectFacts,
): Omit<DataProblem, 'record'>[] {
  const unknown = (names: readonly string[]) => names.filter((name) => !Object.hasOwn(declared, name))
  return [
    ...(file.id === folder ? [] : [{ field: 'id', problem: `must be the name of its folder, ${folder}` }]),
    ...(Object.keys(declared).length > 0
      ? []
      : [{ field: 'subject', problem: `no facts are declared for ${file.subject}` }]),
    ...unknown(file.requires).map((name) => ({
      field: 'requires',
      problem: `${name} is not a fact of a ${file.subject}`,
    })),
    ...unknown(placeholdersIn(file.message).map(factOfPlaceholder)).map((name) => ({
      field: 'message',
      problem: `{${name}} is not a fact of a ${file.subject}`,
    })),
  ]
}

function errorIn(file: string, record: string, problems: readonly Omit<DataProblem, 'record'>[]): DataError {
  return new DataError(
    file,
    problems.map((problem) => ({ record, ...problem })),
  )
}
