import type { DataProblem } from '@workplan/domain'
import type { FactDeclaration, SubjectFacts } from '../facts/declaration.ts'
import { type Operator, OPERATOR_WORDS } from './operators.ts'
import type { Condition, LeafCondition } from './rule.ts'

/** The conditions of a rule, or what is wrong with them and where; a place is a path such as `when.all.1.value`. */
export function readConditions(
  value: unknown,
  facts: SubjectFacts,
): { condition: Condition | null; problems: Omit<DataProblem, 'record'>[] } {
  const problems: Omit<DataProblem, 'record'>[] = []
  const condition = readNode(value, 'when', facts, (field, problem) => problems.push({ field, problem }))
  return { condition: problems.length === 0 ? condition : null, problems }
}

type Refuse = (field: string, problem: string) => void

function readNode(value: unknown, path: string, facts: SubjectFacts, refuse: Refuse): Condition | null {
  if (!isObject(value)) {
    refuse(path, 'must be all, any, not, or a fact with an operator and a value')
    return null
  }
  const combined = ['all', 'any', 'not'].filter((key) => key in value)
  if (combined.length === 0) return readLeaf(value, path, facts, refuse)
  const [key] = combined
  for (const other of Object.keys(value).filter((name) => name !== key))
    refuse(`${path}.${other}`, `cannot stand beside ${key}`)
  if (key === 'not') {
    const child = readNode(value.not, `${path}.not`, facts, refuse)
    return child && { not: child }
  }
  const list = value[key as 'all' | 'any']
  if (!Array.isArray(list) || list.length === 0) {
    refuse(`${path}.${key}`, 'must list at least one condition: an empty list would hold for everything')
    return null
  }
  const children = list
    .map((child, index) => readNode(child, `${path}.${key}.${index}`, facts, refuse))
    .filter((child) => child !== null)
  return key === 'all' ? { all: children } : { any: children }
}

function readLeaf(
  node: Record<string, unknown>,
  path: string,
  facts: SubjectFacts,
  refuse: Refuse,
): LeafCondition | null {
  for (const key of Object.keys(node).filter((name) => !['fact', 'operator', 'value'].includes(name)))
    refuse(`${path}.${key}`, 'there is no such field')
  const declared = declaredFact(node.fact, `${path}.fact`, facts, refuse)
  if (typeof node.operator !== 'string' || !Object.hasOwn(OPERATOR_WORDS, node.operator)) {
    refuse(`${path}.operator`, `must be one of ${Object.keys(OPERATOR_WORDS).join(', ')}`)
    return null
  }
  if (!declared) return null
  const operator = node.operator as Operator
  const problem =
    operatorProblem(operator, declared) ?? valueProblem(node.value, operator, declared, path, facts, refuse)
  if (problem !== null) refuse(`${path}.${problem.field}`, problem.text)
  return { fact: node.fact as string, operator, value: node.value as LeafCondition['value'] }
}

function declaredFact(
  name: unknown,
  path: string,
  facts: SubjectFacts,
  refuse: Refuse,
): FactDeclaration | undefined {
  if (typeof name === 'string' && Object.hasOwn(facts, name)) return facts[name]
  refuse(
    path,
    `${JSON.stringify(name)} is not a fact of this subject; there are ${Object.keys(facts).join(', ')}`,
  )
  return undefined
}

type Problem = { field: 'operator' | 'value'; text: string }

const NUMERIC: ReadonlySet<Operator> = new Set([
  'lessThan',
  'lessThanInclusive',
  'greaterThan',
  'greaterThanInclusive',
])

function operatorProblem(operator: Operator, { type }: FactDeclaration): Problem | null {
  const fits = NUMERIC.has(operator)
    ? type === 'number'
    : operator === 'contains' || operator === 'doesNotContain'
      ? type === 'list'
      : operator === 'in' || operator === 'notIn'
        ? type === 'text'
        : type !== 'list'
  return fits ? null : { field: 'operator', text: `${operator} cannot be used on a fact of type ${type}` }
}

function valueProblem(
  value: unknown,
  operator: Operator,
  { type }: FactDeclaration,
  path: string,
  facts: SubjectFacts,
  refuse: Refuse,
): Problem | null {
  if (operator === 'in' || operator === 'notIn')
    return isTexts(value) ? null : { field: 'value', text: 'must be a list of texts' }
  const needed = operator === 'contains' || operator === 'doesNotContain' ? 'text' : type
  if (isObject(value) && 'fact' in value) {
    const other = declaredFact(value.fact, `${path}.value.fact`, facts, refuse)
    return !other || other.type === needed
      ? null
      : { field: 'value', text: `must be a fact of type ${needed}, not ${other.type}` }
  }
  const fits =
    needed === 'number'
      ? typeof value === 'number'
      : needed === 'yes-no'
        ? typeof value === 'boolean'
        : typeof value === 'string'
  return fits ? null : { field: 'value', text: `must be of type ${needed}` }
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.length > 0 && value.every((entry) => typeof entry === 'string')
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
