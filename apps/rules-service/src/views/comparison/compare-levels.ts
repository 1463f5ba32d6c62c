import type {
  AmbitionComparison,
  Answer,
  AnswerSeen,
  FrameworkLibrary,
  LevelFigures,
  MeasureComparison,
  ProgrammeState,
} from '@workplan/domain'
import { currentRound, type CurrentRound } from '../current-round.ts'
import { levelSummaryOf } from '../level-summary-view.ts'
import type { EntriesBetween } from './entries-between.ts'

/** Measures answered otherwise in the round that is current at each moment, and the ambitions whose figures are others. */
export function compareLevels(
  before: ProgrammeState,
  after: ProgrammeState,
  library: FrameworkLibrary,
  entries: EntriesBetween,
): { measures: MeasureComparison[]; ambitions: AmbitionComparison[] } {
  const earlier = currentRound(before, library)
  const later = currentRound(after, library)
  return {
    measures: compareMeasures(earlier, later, entries),
    ambitions: compareAmbitions(earlier, later),
  }
}

function compareMeasures(
  earlier: CurrentRound | null,
  later: CurrentRound | null,
  entries: EntriesBetween,
): MeasureComparison[] {
  const framework = later?.framework ?? earlier?.framework
  const scored = framework?.requirements.filter(({ kind, scored }) => kind === 'measure' && scored) ?? []
  return scored.flatMap(({ id, number, title }): MeasureComparison[] => {
    const [was, is] = [earlier?.answerOf.get(id), later?.answerOf.get(id)]
    const [before, after] = [seen(was), seen(is)]
    if (before.state === after.state && before.level === after.level) return []
    const about = [...new Set([was?.id, is?.id])].flatMap((answer) =>
      answer === undefined ? [] : entries.of('answer', answer),
    )
    return [{ id, number, title, before, after, entries: about.toSorted((a, b) => a - b) }]
  })
}

function seen(answer: Answer | undefined): AnswerSeen {
  return answer ? { state: answer.state, level: answer.level } : { state: 'unanswered', level: null }
}

function compareAmbitions(earlier: CurrentRound | null, later: CurrentRound | null): AmbitionComparison[] {
  const before = new Map((earlier ? levelSummaryOf(earlier).ambitions : []).map((row) => [row.id, row]))
  const after = new Map((later ? levelSummaryOf(later).ambitions : []).map((row) => [row.id, row]))
  return [...new Map([...before, ...after]).values()].flatMap(({ id, number, title }) => {
    const [was, is] = [figures(before.get(id)), figures(after.get(id))]
    const same = JSON.stringify(was) === JSON.stringify(is)
    return same ? [] : [{ id, number, title, before: was, after: is }]
  })
}

function figures(row: LevelFigures | undefined): AmbitionComparison['before'] {
  if (!row) return null
  const { measures, answered, level3AndAbove } = row
  return { measures, answered, level3AndAbove: level3AndAbove.count }
}
