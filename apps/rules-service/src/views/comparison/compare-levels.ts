import type {
  AmbitionComparison,
  Answer,
  AnswerSeen,
  FrameworkLibrary,
  LevelFigures,
  MeasureComparison,
} from '@workplan/domain'
import { canonicalJson } from '../../store/canonical-json.ts'
import { currentRound, type CurrentRound } from '../current-round.ts'
import { levelSummaryOf } from '../level-summary-view.ts'
import { compareFields } from './compare-fields.ts'
import type { WorkplanSeen } from './compare-tasks.ts'
import type { EntriesBetween } from './entries-between.ts'

/** What an answer says beside its state and level, which stand by themselves, and the round that it belongs to. */
const NOT_SAID = ['id', 'source', 'assessment', 'measure', 'state', 'level', 'confirms']

/** Measures answered otherwise, in level or in words, in the round that is current at each moment, and the ambitions whose figures are others. */
export function compareLevels(
  before: WorkplanSeen,
  after: WorkplanSeen,
  library: FrameworkLibrary,
  entries: EntriesBetween,
): { measures: MeasureComparison[]; ambitions: AmbitionComparison[] } {
  const earlier = currentRound(before.state, library)
  const later = currentRound(after.state, library)
  return {
    measures: compareMeasures({ ...before, round: earlier }, { ...after, round: later }, entries),
    ambitions: compareAmbitions(earlier, later),
  }
}

interface RoundSeen extends WorkplanSeen {
  round: CurrentRound | null
}

function compareMeasures(
  { round: earlier, index: before }: RoundSeen,
  { round: later, index: after }: RoundSeen,
  entries: EntriesBetween,
): MeasureComparison[] {
  const framework = later?.framework ?? earlier?.framework
  const scored = framework?.requirements.filter(({ kind, scored }) => kind === 'measure' && scored) ?? []
  return scored.flatMap(({ id, number, title }): MeasureComparison[] => {
    const [was, is] = [earlier?.answerOf.get(id), later?.answerOf.get(id)]
    const levels = { before: seen(was), after: seen(is) }
    const changes = compareFields(
      'answer',
      { record: was ?? null, index: before },
      { record: is ?? null, index: after },
      NOT_SAID,
    )
    if (canonicalJson(levels.before) === canonicalJson(levels.after) && changes.length === 0) return []
    const about = [...new Set([was?.id, is?.id])].flatMap((answer) =>
      answer === undefined ? [] : entries.of('answer', answer),
    )
    return [{ id, number, title, ...levels, changes, entries: about.toSorted((a, b) => a - b) }]
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
