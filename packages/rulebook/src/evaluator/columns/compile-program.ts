import type { ComparedValue } from '@workplan/domain'
import type { FactPath } from '../../rule/fact-path.ts'
import { type FactReading, readingIn, readingKey, stepsOf } from '../../rule/fact-reading.ts'
import type { Operator } from '../../rule/operators.ts'
import type { Condition, LeafCondition, Rule } from '../../rule/rule.ts'

/** What one column holds: a fact, or a part of it. */
export interface ProgramReading {
  fact: string
  steps: FactPath
}

/** One comparison, made once for all the rules that ask for it. Readings are positions in the program's list. */
export interface ProgramLeaf {
  read: number
  operator: Operator
  needed: ComparedValue
  /** What it is compared with, or null when it is compared with `needed`. */
  neededRead: number | null
}

/** A condition whose leaves are positions in the program's list. */
export type ProgramNode =
  | { kind: 'leaf'; leaf: number }
  | { kind: 'all' | 'any'; children: ProgramNode[] }
  | { kind: 'not'; child: ProgramNode }

/** What a rule asks of the facts. */
export type Judgement = Pick<Rule, 'requires' | 'when'>

/** What has to be computed to judge subjects of one kind by all their rules. */
export interface Program {
  readings: ProgramReading[]
  leaves: ProgramLeaf[]
  /** `requires` are the readings that must be known. */
  rules: { node: ProgramNode; requires: number[] }[]
}

/** Compiles rules of one kind of subject to a program. The text of a rule becomes data, never code. */
export function compileProgram(rules: readonly Judgement[]): Program {
  const readings = numbered<ProgramReading>()
  const leaves = numbered<ProgramLeaf>()
  const compiled = rules.map(({ when, requires }) => ({
    node: compileNode(when),
    requires: requires.map((fact) => compileReading({ fact })),
  }))
  return { readings: readings.items, leaves: leaves.items, rules: compiled }

  function compileNode(condition: Condition): ProgramNode {
    if ('all' in condition) return { kind: 'all', children: condition.all.map(compileNode) }
    if ('any' in condition) return { kind: 'any', children: condition.any.map(compileNode) }
    if ('not' in condition) return { kind: 'not', child: compileNode(condition.not) }
    if ('named' in condition) return compileNode(condition.named.when)
    return { kind: 'leaf', leaf: leaves.numberOf(leafKey(condition), compileLeaf(condition)) }
  }

  function compileLeaf(leaf: LeafCondition): ProgramLeaf {
    const other = readingIn(leaf.value)
    return {
      read: compileReading(leaf),
      operator: leaf.operator,
      needed: other === null ? (leaf.value as ComparedValue) : null,
      neededRead: other === null ? null : compileReading(other),
    }
  }

  function compileReading(reading: FactReading): number {
    return readings.numberOf(readingKey(reading), { fact: reading.fact, steps: stepsOf(reading) })
  }
}

function leafKey(leaf: LeafCondition): string {
  const other = readingIn(leaf.value)
  const needed = other === null ? [leaf.value] : [null, readingKey(other)]
  return JSON.stringify([readingKey(leaf), leaf.operator, ...needed])
}

/** A list in which each key stands once, under the number it got when it first came. */
function numbered<Item>() {
  const numbers = new Map<string, number>()
  const items: Item[] = []
  return {
    items,
    numberOf(key: string, item: Item): number {
      const known = numbers.get(key)
      if (known !== undefined) return known
      numbers.set(key, items.length)
      items.push(item)
      return items.length - 1
    },
  }
}
