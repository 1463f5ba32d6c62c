import type { RuleProblem } from '@workplan/domain'

/** What conditions do not say yet, in words for the person who builds them. `place` as `when.all.0.operator`. */
export function missingInConditions(condition: unknown, place = 'when'): RuleProblem[] {
  if (!isObject(condition)) return []
  const { all, any, not, condition: name } = condition
  for (const [kind, children] of Object.entries({ all, any })) {
    if (!Array.isArray(children)) continue
    if (children.length === 0) return [{ place, message: 'Add at least one condition to this group' }]
    return children.flatMap((child, index) => missingInConditions(child, `${place}.${kind}.${index}`))
  }
  if (isObject(not)) return missingInNegation(not, place)
  if (name !== undefined) return name === '' ? [{ place, message: 'Choose a condition' }] : []
  return missingInComparison(condition, place)
}

/** The form shows `not` over `any` as one group, so an empty one is named as that group. */
function missingInNegation(not: Record<string, unknown>, place: string): RuleProblem[] {
  return missingInConditions(not, `${place}.not`).map((problem) =>
    problem.place === `${place}.not` && 'any' in not ? { ...problem, place } : problem,
  )
}

function missingInComparison(
  { fact, operator, value }: Record<string, unknown>,
  place: string,
): RuleProblem[] {
  if (fact === '') return [{ place, message: 'Choose what to look at' }]
  if (operator === '') return [{ place: `${place}.operator`, message: 'Choose how it compares' }]
  if (isObject(value) && value['fact'] === '')
    return [{ place: `${place}.value`, message: 'Choose the fact it is compared with' }]
  const empty = value === null || (Array.isArray(value) && value.length === 0)
  return empty ? [{ place: `${place}.value`, message: 'Say what it is compared with' }] : []
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
