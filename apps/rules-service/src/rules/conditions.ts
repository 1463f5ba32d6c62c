import type { Condition, LeafCondition } from '@workplan/rulebook'

/** A comparison with its place in the rule, as `when.all.1`. */
export interface PlacedLeaf {
  place: string
  leaf: LeafCondition
}

/** The comparisons that stand in a rule itself, in the order written; those behind a shared name are not its own. */
export function ownLeaves(condition: Condition, place = 'when'): PlacedLeaf[] {
  if ('all' in condition)
    return condition.all.flatMap((child, index) => ownLeaves(child, `${place}.all.${index}`))
  if ('any' in condition)
    return condition.any.flatMap((child, index) => ownLeaves(child, `${place}.any.${index}`))
  if ('not' in condition) return ownLeaves(condition.not, `${place}.not`)
  return 'operator' in condition ? [{ place, leaf: condition }] : []
}

/** The places of the numbers that a programme may set otherwise, with the numbers as written. */
export function thresholdsIn(condition: Condition): Map<string, number> {
  return new Map(
    ownLeaves(condition).flatMap(({ place, leaf }) =>
      typeof leaf.value === 'number' ? [[`${place}.value`, leaf.value]] : [],
    ),
  )
}

/** The conditions with other numbers in some places; places that hold no number are left alone. */
export function withThresholds(
  condition: Condition,
  thresholds: Readonly<Record<string, number>>,
  place = 'when',
): Condition {
  const inside = (key: 'all' | 'any', children: readonly Condition[]) =>
    children.map((child, index) => withThresholds(child, thresholds, `${place}.${key}.${index}`))
  if ('all' in condition) return { all: inside('all', condition.all) }
  if ('any' in condition) return { any: inside('any', condition.any) }
  if ('not' in condition) return { not: withThresholds(condition.not, thresholds, `${place}.not`) }
  if (!('operator' in condition) || typeof condition.value !== 'number') return condition
  const key = `${place}.value`
  const value = Object.hasOwn(thresholds, key) ? thresholds[key] : undefined
  return value === undefined ? condition : { ...condition, value }
}
