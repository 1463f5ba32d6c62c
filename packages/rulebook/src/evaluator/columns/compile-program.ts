import type { ComparedValue } from '@workplan/domain'
import type { FactPath } from '../../rule/fact-path.ts'
import { type FactReading, readingIn, readingKey, stepsOf } from '../../rule/fact-reading.ts'
import type { Operator } from '../../rule/operators.ts'
import type { Condition, LeafCondition, Rule } from '../../rule/rule.ts'
import { columnReader, type ReadColumns } from './read-columns.ts'

/** The comparisons that are made; each other operator is the `not` of one of them. */
export type ColumnOperator =
  | Extract<Operator, 'equal' | 'greaterThan' | 'greaterThanInclusive' | 'in' | 'contains'>
  | 'isKnown'

const OPPOSITES: Readonly<Record<Exclude<Operator, ColumnOperator>, ColumnOperator>> = {
  notEqual: 'equal',
  lessThan: 'greaterThanInclusive',
  lessThanInclusive: 'greaterThan',
  notIn: 'in',
  doesNotContain: 'contains',
}

/** One comparison, made once for all the rules that ask for it; `leaf` is the number by which they know it. */
export interface ColumnTest {
  leaf: number
  column: number
  operator: ColumnOperator
  needed: ComparedValue
  /** The column it is compared with, or null when it is compared with `needed`. */
  neededColumn: number | null
}

/** One fact, or a part of one. */
export interface ProgramColumn {
  fact: string
  steps: FactPath
}

/** A condition whose comparisons are the numbers of leaves. */
export type ProgramNode =
  | { kind: 'leaf'; leaf: number }
  | { kind: 'all' | 'any'; children: ProgramNode[] }
  | { kind: 'not'; child: ProgramNode }

/** A rule; `requires` are the leaves that say whether what it cannot do without is known. */
export interface ProgramRule {
  node: ProgramNode
  requires: number[]
}

/** What a rule asks of the facts. */
export type Judgement = Pick<Rule, 'requires' | 'when'>

/** What has to be computed to judge subjects of one kind by all their rules. */
export interface Program {
  read: ReadColumns
  /** Every comparison, in the order of their leaves. */
  tests: ColumnTest[]
  rules: ProgramRule[]
}

/** Compiles rules of one kind of subject to a program. The text of a rule becomes data, never code. */
export function compileProgram(rules: readonly Judgement[]): Program {
  const columns = numbered<ProgramColumn>()
  const tests = numbered<ColumnTest>()
  const compiled = rules.map(({ when, requires }) => ({
    node: compileNode(when),
    requires: requires.map((fact) => compileTest({ fact }, 'isKnown', null)),
  }))
  return { read: columnReader(columns.items), tests: tests.items, rules: compiled }

  function compileNode(condition: Condition): ProgramNode {
    if ('all' in condition) return { kind: 'all', children: condition.all.map(compileNode) }
    if ('any' in condition) return { kind: 'any', children: condition.any.map(compileNode) }
    if ('not' in condition) return { kind: 'not', child: compileNode(condition.not) }
    if ('named' in condition) return compileNode(condition.named.when)
    return compileLeaf(condition)
  }

  function compileLeaf(leaf: LeafCondition): ProgramNode {
    const { operator, value } = leaf
    if (!isOpposite(operator)) return { kind: 'leaf', leaf: compileTest(leaf, operator, value) }
    return { kind: 'not', child: { kind: 'leaf', leaf: compileTest(leaf, OPPOSITES[operator], value) } }
  }

  function compileTest(
    reading: FactReading,
    operator: ColumnOperator,
    value: LeafCondition['value'] | null,
  ): number {
    const column = columnOf(reading)
    const other = readingIn(value)
    const needed = other === null ? (value as ComparedValue) : null
    const neededColumn = other === null ? null : columnOf(other)
    const key = JSON.stringify([column, operator, needed, neededColumn])
    return tests.numberOf(key, (leaf) => ({ leaf, column, operator, needed, neededColumn }))
  }

  function columnOf(reading: FactReading): number {
    return columns.numberOf(readingKey(reading), () => ({ fact: reading.fact, steps: stepsOf(reading) }))
  }
}

function isOpposite(operator: Operator): operator is keyof typeof OPPOSITES {
  return Object.hasOwn(OPPOSITES, operator)
}

/** A list in which each key stands once, under the number it got when it first came. */
function numbered<Item>() {
  const numbers = new Map<string, number>()
  const items: Item[] = []
  return {
    items,
    numberOf(key: string, make: (number: number) => Item): number {
      const known = numbers.get(key)
      if (known !== undefined) return known
      const number = items.length
      numbers.set(key, number)
      items.push(make(number))
      return number
    },
  }
}
