import type { Condition, LeafCondition } from './rule.ts'

/** Every comparison in a rule's conditions, in the order written. */
export function leavesOf(condition: Condition): LeafCondition[] {
  if ('all' in condition) return condition.all.flatMap(leavesOf)
  if ('any' in condition) return condition.any.flatMap(leavesOf)
  if ('not' in condition) return leavesOf(condition.not)
  return [condition]
}

/** Every fact that conditions read, each once. */
export function factsRead(condition: Condition): string[] {
  return [
    ...new Set(
      leavesOf(condition).flatMap(({ fact, value }) =>
        typeof value === 'object' && 'fact' in value ? [fact, value.fact] : [fact],
      ),
    ),
  ]
}
