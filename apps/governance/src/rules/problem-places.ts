import type { RuleProblem } from '@workplan/domain'

const DOCUMENT_PREFIX = /^document\./

/** The problem of one field, to show beside it. */
export function problemAt(problems: readonly RuleProblem[], place: string): { error?: string } {
  const found = problems.find((problem) => placeOf(problem) === place)
  return found ? { error: found.message } : {}
}

/** The problems of a comparison: its own and those of its parts. */
export function problemsWithin(problems: readonly RuleProblem[], place: string): RuleProblem[] {
  return problems.filter((problem) => placeOf(problem) === place || placeOf(problem).startsWith(`${place}.`))
}

/** The id of the field at a place, for the links of an error summary. */
export function fieldId(place: string): string {
  return `rule-${place.replace(DOCUMENT_PREFIX, '').replaceAll('.', '-')}`
}

function placeOf({ place }: RuleProblem): string {
  return place.replace(DOCUMENT_PREFIX, '')
}
