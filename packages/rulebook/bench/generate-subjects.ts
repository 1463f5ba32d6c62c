import type { FactTable, FactValue, SubjectKind } from '@workplan/domain'
import { factCatalogue } from '../src/facts/catalogue.ts'
import type { FactDeclaration } from '../src/facts/declaration.ts'
import type { Subject } from '../src/facts/subject.ts'
import { readingIn, stepsOf } from '../src/rule/fact-reading.ts'
import { leavesOf } from '../src/rule/leaves.ts'
import type { Condition, LeafCondition, Rule } from '../src/rule/rule.ts'
import { oneOf, type Random, seededRandom } from './random.ts'

/** Subjects of each kind in a programme of 1,500, most of them tasks. */
const SUBJECTS: Readonly<Partial<Record<SubjectKind, number>>> = {
  programme: 1,
  duty: 60,
  foundation: 16,
  principle: 12,
  'delivery-plan-item': 20,
  ambition: 12,
  measure: 150,
  assessment: 2,
  workstream: 12,
  task: 690,
  milestone: 130,
  'coverage-requirement': 20,
  service: 130,
  'stated-gap': 80,
  metric: 35,
  reading: 60,
  claim: 12,
  group: 25,
  'foi-answer': 10,
  locality: 10,
  'open-issue': 13,
}

/** How often a fact is not known, where that changes no verdict of json-rules-engine. */
const NOT_KNOWN = 0.05

/** How often a fact has a value that sets a rule off which looks at nothing else. */
const SETS_OFF = 0.15

/**
 * About so many subjects of one programme, at least one of each kind, with random facts, drawn from the values that the
 * rules compare with. They are made of text, as records are that come from a database, so that all subjects of a kind
 * have their facts in the same order.
 */
export function generateSubjects(rules: readonly Rule[], seed: number, count = 1500): Subject[] {
  return JSON.parse(JSON.stringify(drawSubjects(rules, seed, count))) as Subject[]
}

function drawSubjects(rules: readonly Rule[], seed: number, subjects: number): Subject[] {
  const random = seededRandom(seed)
  const draws = new Map(
    Object.keys(SUBJECTS).map((kind) => [kind, factDraws(kind as SubjectKind, rules)] as const),
  )
  return Object.entries(SUBJECTS).flatMap(([kind, count]) =>
    Array.from({ length: Math.max(1, Math.round((count * subjects) / 1500)) }, (_, index) => {
      const facts: Subject['facts'] = {}
      for (const [name, draw] of draws.get(kind) ?? []) facts[name] = draw(random)
      return {
        kind: kind as SubjectKind,
        id: `${kind}.${index}`,
        title: `Subject ${index}`,
        audience: ['all'],
        workstreams: [],
        requirements: [],
        records: [],
        facts,
      } satisfies Subject
    }),
  )
}

type Draw = (random: Random) => FactValue

function factDraws(kind: SubjectKind, rules: readonly Rule[]): [string, Draw][] {
  const ofKind = rules.filter(({ subject }) => subject === kind)
  return Object.entries(factCatalogue[kind] ?? {}).map(([name, declared]) => [
    name,
    drawOf(name, declared, ofKind),
  ])
}

function drawOf(name: string, declared: FactDeclaration, rules: readonly Rule[]): Draw {
  if (declared.type !== 'table') return drawPart(name, null, declared.type, rules)
  const members = Object.keys(declared.keys).map(
    (key) => [key, drawPart(name, key, declared.of, rules)] as const,
  )
  return (random) => {
    const table: FactTable = {}
    for (const [key, draw] of members) table[key] = draw(random) as FactTable[string]
    return table
  }
}

/** Draws a fact, or a member of a table. */
function drawPart(
  fact: string,
  member: string | null,
  type: Exclude<FactDeclaration['type'], 'table'>,
  rules: readonly Rule[],
): Draw {
  const reads = (leaf: LeafCondition) =>
    leaf.fact === fact && (member === null || stepsOf(leaf)[0] === member)
  const leaves = rules.flatMap(({ when }) => leavesOf(when)).filter(reads)
  const alone = rules.flatMap(({ when }) => ('fact' in when && reads(when) ? [when] : []))
  const values = candidates(type, leaves)
  const quiet = values.filter((value) => alone.every((leaf) => !holds(leaf, value)))
  const known: Draw = (random) =>
    oneOf(random, alone.length > 0 && quiet.length > 0 && random() >= SETS_OFF ? quiet : values)
  if (!rules.every((rule) => isSafeUnknown(fact, rule))) return known
  return (random) => (random() < NOT_KNOWN ? null : known(random))
}

/** Values of a type: those that the rules compare with and their neighbours, and some that no rule names. */
function candidates(
  type: Exclude<FactDeclaration['type'], 'table'>,
  leaves: readonly LeafCondition[],
): FactValue[] {
  const compared = leaves.flatMap(({ value }) => (Array.isArray(value) ? value : [value]))
  switch (type) {
    case 'yes-no':
      return [true, false]
    case 'number': {
      const around = compared.flatMap((value) =>
        typeof value === 'number' ? [Math.max(0, value - 1), value, value + 1] : [],
      )
      return [...new Set([...around, 0, 1, 2, 5, 40])]
    }
    case 'date':
      return ['2023-03-01', '2023-04']
    case 'list':
      return [[], ['one'], ['one', 'two']]
    case 'text': {
      const texts = compared.filter((value) => typeof value === 'string')
      return [...new Set([...texts, 'described', 'something', 'else'])]
    }
  }
}

function holds({ operator, value }: LeafCondition, found: FactValue): boolean {
  if (operator === 'equal') return found === value
  if (operator === 'notEqual') return found !== value
  if (operator === 'in') return (value as FactValue[]).includes(found)
  if (typeof found !== 'number' || typeof value !== 'number') return false
  if (operator === 'lessThan') return found < value
  if (operator === 'lessThanInclusive') return found <= value
  return operator === 'greaterThan' ? found > value : operator === 'greaterThanInclusive' && found >= value
}

/**
 * Whether json-rules-engine says no, as we do not say yes, when a fact is not known: always but under `not`, for the
 * negative operators and where two facts are compared.
 */
function isSafeUnknown(fact: string, { when }: Rule): boolean {
  if (hasNot(when)) return false
  return leavesOf(when).every((leaf) => {
    const other = readingIn(leaf.value)
    if (leaf.fact !== fact && other?.fact !== fact) return true
    return other === null && !['notEqual', 'notIn', 'doesNotContain'].includes(leaf.operator)
  })
}

function hasNot(condition: Condition): boolean {
  if ('all' in condition) return condition.all.some(hasNot)
  if ('any' in condition) return condition.any.some(hasNot)
  return 'named' in condition ? hasNot(condition.named.when) : 'not' in condition
}
