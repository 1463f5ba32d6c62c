import type { FactValue } from '@workplan/domain'
import type { Operator } from '../../rule/operators.ts'
import type { Condition, LeafCondition, Rule } from '../../rule/rule.ts'

/** One comparison, made once for all the rules that ask for it. Facts are positions in the program's list. */
export interface ProgramLeaf {
  fact: number
  operator: Operator
  needed: FactValue
  /** The fact it is compared with, or null when it is compared with `needed`. */
  neededFact: number | null
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
  facts: string[]
  leaves: ProgramLeaf[]
  rules: { node: ProgramNode; requires: number[] }[]
}

/** Compiles rules of one kind of subject to a program. The text of a rule becomes data, never code. */
export function compileProgram(rules: readonly Judgement[]): Program {
  const facts = numbered<string>()
  const leaves = numbered<ProgramLeaf>()
  const compiled = rules.map(({ when, requires }) => ({
    node: compileNode(when),
    requires: requires.map((fact) => facts.numberOf(fact, fact)),
  }))
  return { facts: facts.items, leaves: leaves.items, rules: compiled }

  function compileNode(condition: Condition): ProgramNode {
    if ('all' in condition) return { kind: 'all', children: condition.all.map(compileNode) }
    if ('any' in condition) return { kind: 'any', children: condition.any.map(compileNode) }
    if ('not' in condition) return { kind: 'not', child: compileNode(condition.not) }
    return { kind: 'leaf', leaf: leaves.numberOf(leafKey(condition), compileLeaf(condition)) }
  }

  function compileLeaf({ fact, operator, value }: LeafCondition): ProgramLeaf {
    const other = typeof value === 'object' && 'fact' in value ? value.fact : null
    return {
      fact: facts.numberOf(fact, fact),
      operator,
      needed: other === null ? (value as FactValue) : null,
      neededFact: other === null ? null : facts.numberOf(other, other),
    }
  }
}

function leafKey({ fact, operator, value }: LeafCondition): string {
  return JSON.stringify([fact, operator, value])
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
