import type { FlagSummary, RequirementView } from '@workplan/domain'

/** One scored measure with its answer, as listed under the level summary. */
export interface MeasureRow {
  measure: RequirementView
  ambition: { id: string; number: string | null; title: string } | null
  state: 'answered' | 'unanswered' | 'not-applicable'
  level: number | null
  flags: FlagSummary[]
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

/** The scored measures of a framework in its order, each with its ambition and open flags. */
export function measureRows(
  requirements: readonly RequirementView[],
  flags: readonly FlagSummary[],
): MeasureRow[] {
  const byId = new Map(requirements.map((requirement) => [requirement.id, requirement]))
  return requirements
    .filter((requirement) => requirement.kind === 'measure' && requirement.scored)
    .map((measure) => {
      const ambition = ambitionAbove(measure, byId)
      return {
        measure,
        ambition: ambition ? { id: ambition.id, number: ambition.number, title: ambition.title } : null,
        state: stateOf(measure),
        level: measure.answer?.level ?? null,
        flags: flags.filter((flag) => flag.subject.id === measure.id),
      }
    })
}

/** The rows that the filters let through. */
export function filterMeasures(rows: readonly MeasureRow[], filters: MeasureFilters): MeasureRow[] {
  const words = filters.q?.trim().toLowerCase()
  return rows.filter(
    (row) =>
      (!filters.ambition || row.ambition?.id === filters.ambition) &&
      (!filters.answer || hasAnswer(row, filters.answer)) &&
      (!words || `${row.measure.number ?? ''} ${row.measure.title}`.toLowerCase().includes(words)),
  )
}

function hasAnswer(row: MeasureRow, answer: string): boolean {
  if (answer === '3-and-above') return row.level !== null && row.level >= 3
  return row.state === answer || (row.level !== null && String(row.level) === answer)
}

function stateOf(measure: RequirementView): MeasureRow['state'] {
  if (measure.answer?.state === 'not-applicable') return 'not-applicable'
  return measure.answer && measure.answer.level !== null ? 'answered' : 'unanswered'
}

function ambitionAbove(
  measure: RequirementView,
  byId: ReadonlyMap<string, RequirementView>,
): RequirementView | undefined {
  let current: RequirementView | undefined = measure
  while (current && current.kind !== 'ambition')
    current = current.parent ? byId.get(current.parent) : undefined
  return current
}
