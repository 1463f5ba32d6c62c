import { DataError } from '@workplan/domain'
import { readYaml } from '../library/read-yaml.ts'
import { readRule } from './read-rule.ts'
import type { NamedConditions, Rule } from './rule.ts'

/** The two files of a rule's folder, as YAML text, and the folder's name. */
export interface RuleFiles {
  folder: string
  rule: string
  cases: string
}

/**
 * The rule of one folder, with cases that come out as they say; otherwise throws a DataError that names the file and
 * the place of every problem. It may use the given named conditions.
 */
export function parseRule(files: RuleFiles, conditions: NamedConditions = new Map()): Rule {
  const names = { rule: `rules/${files.folder}/rule.yaml`, cases: `rules/${files.folder}/cases.yaml` }
  const document = readYaml(files.rule, names.rule)
  const cases = () => readYaml(files.cases, names.cases)
  const rule = readRule(document, cases, conditions, names)
  if (rule.id === files.folder) return rule
  throw new DataError(names.rule, [
    { record: rule.id, field: 'id', problem: `must be the name of its folder, ${files.folder}` },
  ])
}
