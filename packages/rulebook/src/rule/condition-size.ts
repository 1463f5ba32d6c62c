import type { Condition } from './rule.ts'

/** How many nodes conditions have and how deep they go, with all that stands behind names. */
export function conditionSize(condition: Condition): { nodes: number; depth: number } {
  const children = childrenOf(condition).map(conditionSize)
  return {
    nodes: children.reduce((sum, { nodes }) => sum + nodes, 1),
    depth: 1 + Math.max(0, ...children.map(({ depth }) => depth)),
  }
}

function childrenOf(condition: Condition): Condition[] {
  if ('all' in condition) return condition.all
  if ('any' in condition) return condition.any
  if ('not' in condition) return [condition.not]
  return 'named' in condition ? [condition.named.when] : []
}
