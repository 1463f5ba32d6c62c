import { ambitionOf, type RequirementView } from '@workplan/domain'

/** One scored measure, how it was answered and the ambition it belongs to. */
export interface ScoredMeasure {
  measure: RequirementView
  /** Id of the ambition above it; null when there is none. */
  ambition: string | null
  state: 'answered' | 'unanswered' | 'not-applicable'
  level: number | null
}

/** Which measures to list; a field left out lets everything through. */
export interface MeasureFilters {
  /** Id of an ambition. */
  ambition?: string
  /** `0` to `5`, `3-and-above`, `answered`, `unanswered` or `not-applicable`. */
  answer?: string
  /** Words of the title, or the number. */
  q?: string
}

/** The scored measures of a framework in its order. */
export function scoredMeasures(requirements: readonly RequirementView[]): ScoredMeasure[] {
  const byId = new Map(requirements.map((requirement) => [requirement.id, requirement]))
  return requirements
    .filter((requirement) => requirement.kind === 'measure' && requirement.scored)
    .map((measure) => ({
      measure,
      ambition: ambitionOf(measure, byId)?.id ?? null,
      state: stateOf(measure),
      level: measure.answer?.level ?? null,
    }))
}

/** The measures that the filters let through. */
export function filterMeasures(measures: readonly ScoredMeasure[], filters: MeasureFilters): ScoredMeasure[] {
  const words = filters.q?.trim().toLowerCase()
  return measures.filter(
    (scored) =>
      (!filters.ambition || scored.ambition === filters.ambition) &&
      (!filters.answer || hasAnswer(scored, filters.answer)) &&
      (!words || `${scored.measure.number ?? ''} ${scored.measure.title}`.toLowerCase().includes(words)),
  )
}

function hasAnswer({ state, level }: ScoredMeasure, answer: string): boolean {
  if (answer === '3-and-above') return level !== null && level >= 3
  return state === answer || (level !== null && String(level) === answer)
}

function stateOf(measure: RequirementView): ScoredMeasure['state'] {
  if (measure.answer?.state === 'not-applicable') return 'not-applicable'
  return measure.answer && measure.answer.level !== null ? 'answered' : 'unanswered'
}
