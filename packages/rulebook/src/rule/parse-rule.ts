import { parse } from 'yaml'
import { Rule } from './rule.ts'

/** The two files of a rule's folder, as text. */
export interface RuleFiles {
  folder: string
  rule: string
  cases: string
}

/** The rule of one folder; throws when anything in either file is not as it should be. */
export function parseRule(files: RuleFiles): Rule {
  return Rule.parse(parse(files.rule))
}
