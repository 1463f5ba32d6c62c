import type { DataProblem } from '@workplan/domain'
import type { SubjectFacts } from '../facts/declaration.ts'
import { conditionSize } from './condition-size.ts'
import { readLeaf } from './read-leaf.ts'
import type { Condition, NamedCondition } from './rule.ts'

/** Longest way from the root of a rule to a comparison, and most nodes in it, named conditions counted in full. */
const DEEPEST = 10
const MOST = 200

/** What conditions may speak of. */
export interface ConditionScope {
  facts: SubjectFacts
  /** The condition of that name for this kind of subject, or why it cannot be used. */
  named: (id: string) => NamedCondition | string
}

/** Something wrong with conditions; `field` is a place such as `when.all.1.value`. */
export type ConditionProblem = Omit<DataProblem, 'record'>

/** Notes a problem at a place. */
export type Refuse = (field: string, problem: string) => void

/** The conditions of a rule, or everything that is wrong with them and where. */
export function readConditions(
  value: unknown,
  scope: ConditionScope,
): { condition: Condition | null; problems: ConditionProblem[] } {
  const problems: ConditionProblem[] = []
  const refuse: Refuse = (field, problem) => problems.push({ field, problem })
  let nodes = 0
  const condition = readNode(value, 'when', 1)
  if (nodes > MOST) refuse('when', `there are more than ${MOST} conditions`)
  return { condition: problems.length === 0 ? condition : null, problems }

  function readNode(node: unknown, place: string, depth: number): Condition | null {
    nodes += 1
    if (nodes > MOST) return null
    if (depth > DEEPEST) return refused(place, `conditions may not be nested more than ${DEEPEST} deep`)
    if (!isObject(node))
      return refused(
        place,
        'must be all, any, not, a named condition, or a fact with an operator and a value',
      )
    const key = ['all', 'any', 'not', 'condition'].find((name) => name in node)
    if (key === undefined) return readLeaf(node, place, scope.facts, refuse)
    for (const other of Object.keys(node).filter((name) => name !== key))
      refuse(`${place}.${other}`, `cannot stand beside ${key}`)
    if (key === 'condition') return readName(node.condition, `${place}.condition`, depth)
    if (key === 'not') {
      const child = readNode(node.not, `${place}.not`, depth + 1)
      return child && { not: child }
    }
    return readList(key as 'all' | 'any', node[key], `${place}.${key}`, depth)
  }

  function readList(key: 'all' | 'any', list: unknown, place: string, depth: number): Condition | null {
    if (!Array.isArray(list) || list.length === 0)
      return refused(place, 'must list at least one condition: an empty list would hold for everything')
    const children = list
      .map((child, index) => readNode(child, `${place}.${index}`, depth + 1))
      .filter((child) => child !== null)
    return key === 'all' ? { all: children } : { any: children }
  }

  function readName(name: unknown, place: string, depth: number): Condition | null {
    const named = typeof name === 'string' ? scope.named(name) : 'must be the name of a condition'
    if (typeof named === 'string') return refused(place, named)
    const size = conditionSize(named.when)
    nodes += size.nodes
    if (depth + size.depth > DEEPEST)
      return refused(place, `conditions may not be nested more than ${DEEPEST} deep`)
    return { condition: named.id, named }
  }

  function refused(place: string, problem: string): null {
    refuse(place, problem)
    return null
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
