import { type FactDeclaration, type SubjectFacts, TYPE_WORDS } from '../facts/declaration.ts'
import { type Operator, OPERATOR_WORDS } from './operators.ts'
import type { Refuse } from './read-conditions.ts'
import { type DeclaredReading, readReading } from './read-reading.ts'
import type { LeafCondition } from './rule.ts'

/** The comparison that a node makes; null when it makes none, with every reason given to `refuse`. */
export function readLeaf(
  node: Record<string, unknown>,
  place: string,
  facts: SubjectFacts,
  refuse: Refuse,
): LeafCondition | null {
  const { operator, value, ...reading } = node
  const found = readReading(reading, place, facts, refuse)
  if (!isOperator(operator)) {
    refuse(`${place}.operator`, `must be one of ${Object.keys(OPERATOR_WORDS).join(', ')}`)
    return null
  }
  if (!found) return null
  const problem = operatorProblem(operator, found.declared)
  if (problem !== null) {
    refuse(`${place}.operator`, problem)
    return null
  }
  const needed = readValue(value, operator, found.declared, `${place}.value`, facts, refuse)
  return needed === null ? null : { ...found.reading, operator, value: needed }
}

const NUMERIC: ReadonlySet<Operator> = new Set([
  'lessThan',
  'lessThanInclusive',
  'greaterThan',
  'greaterThanInclusive',
])

function isOperator(name: unknown): name is Operator {
  return typeof name === 'string' && Object.hasOwn(OPERATOR_WORDS, name)
}

function operatorProblem(operator: Operator, { type }: FactDeclaration): string | null {
  if (type === 'table') return 'a table cannot be compared as a whole; name one of its members by a path'
  const fits = NUMERIC.has(operator)
    ? type === 'number'
    : operator === 'contains' || operator === 'doesNotContain'
      ? type === 'list'
      : operator === 'in' || operator === 'notIn'
        ? type === 'text'
        : type !== 'list'
  return fits ? null : `${operator} cannot be used on a fact that is ${TYPE_WORDS[type]}`
}

/** What a fact is compared with: a value of the type that the operator needs, or a reading of such a fact. */
function readValue(
  value: unknown,
  operator: Operator,
  { type }: FactDeclaration,
  place: string,
  facts: SubjectFacts,
  refuse: Refuse,
): LeafCondition['value'] | null {
  if (operator === 'in' || operator === 'notIn') {
    if (isTexts(value)) return value
    refuse(place, 'must be a list of texts')
    return null
  }
  const needed = operator === 'contains' || operator === 'doesNotContain' ? 'text' : type
  if (typeof value === 'object' && value !== null && 'fact' in value) {
    const other: DeclaredReading | null = readReading({ ...value }, place, facts, refuse)
    if (!other) return null
    if (other.declared.type === needed) return other.reading
    refuse(
      place,
      `must be ${TYPE_WORDS[needed]}, and the fact it names is ${TYPE_WORDS[other.declared.type]}`,
    )
    return null
  }
  if (typeof value === TYPE_IN_JSON[needed]) return value as string | number | boolean
  refuse(place, `must be ${TYPE_WORDS[needed]}`)
  return null
}

const TYPE_IN_JSON: Readonly<Record<FactDeclaration['type'], string>> = {
  number: 'number',
  'yes-no': 'boolean',
  text: 'string',
  date: 'string',
  list: 'never',
  table: 'never',
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.length > 0 && value.every((entry) => typeof entry === 'string')
}
