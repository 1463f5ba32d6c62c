import { type FactReading, readingIn, readingKey } from './fact-reading.ts'
import type { Condition, LeafCondition } from './rule.ts'

/** Every comparison in a rule's conditions and in the named ones they use, in the order written. */
export function leavesOf(condition: Condition): LeafCondition[] {
  if ('all' in condition) return condition.all.flatMap(leavesOf)
  if ('any' in condition) return condition.any.flatMap(leavesOf)
  if ('not' in condition) return leavesOf(condition.not)
  if ('named' in condition) return leavesOf(condition.named.when)
  return [condition]
}

/** Everything that conditions read, each once. */
export function readingsOf(condition: Condition): FactReading[] {
  const readings = leavesOf(condition).flatMap((leaf) => [leaf, readingIn(leaf.value) ?? leaf])
  return [...new Map(readings.map((reading) => [readingKey(reading), reading])).values()]
}
