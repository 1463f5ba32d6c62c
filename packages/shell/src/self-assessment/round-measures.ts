import type { LevelCounts, MeasureAnswer, WorkstreamApp } from '@workplan/domain'
import { spreadOf } from '@workplan/domain'

/** Which measures of a round to list; a field left out lets everything through. */
export interface RoundFilters {
  /** `all` for those of every app; those of this app otherwise. */
  whose?: string
  /** Id of an ambition. */
  ambition?: string
  /** What is said of it: one of `SHOW_CHOICES`. */
  show?: string
  /** Words of the title, or the number. */
  q?: string
}

/** What the list of measures can be narrowed to. */
export const SHOW_CHOICES: readonly { value: string; text: string }[] = [
  { value: '', text: 'Everything' },
  { value: 'unanswered', text: 'Not answered' },
  { value: 'answered', text: 'Answered' },
  { value: '3-and-above', text: 'Level 3 and above' },
  { value: 'not-applicable', text: 'Does not apply' },
  { value: 'moved', text: 'Another level than last time' },
  { value: 'apart', text: 'Organisations that differ' },
]

/** The measures that the leads of an app answer. */
export function measuresOf(measures: readonly MeasureAnswer[], app: WorkstreamApp): MeasureAnswer[] {
  return measures.filter(({ apps }) => apps.includes(app))
}

/** The measures that the filters let through. */
export function shownMeasures(
  measures: readonly MeasureAnswer[],
  app: WorkstreamApp,
  { whose, ambition, show, q }: RoundFilters,
): MeasureAnswer[] {
  const words = q?.trim().toLowerCase()
  return (whose === 'all' ? measures : measuresOf(measures, app)).filter(
    (row) =>
      (!ambition || row.measure.ambition?.id === ambition) &&
      (!show || holds(row, show)) &&
      (!words || `${row.measure.number ?? ''} ${row.measure.title}`.toLowerCase().includes(words)),
  )
}

function holds({ answer, last, organisations }: MeasureAnswer, show: string): boolean {
  if (show === '3-and-above') return answer.level !== null && answer.level >= 3
  if (show === 'moved')
    return answer.level !== null && last !== null && last.level !== null && answer.level !== last.level
  if (show === 'apart') {
    const spread = spreadOf(organisations.map((one) => one.answer))
    return spread !== null && spread.lowest !== spread.highest
  }
  return answer.state === show
}

/** How far a set of measures is answered. */
export interface RoundProgress {
  /** Those that apply. */
  measures: number
  answered: number
  unanswered: number
  notApplicable: number
}

/** Measures that do not apply are dealt with, and in no count of those to answer. */
export function progressOf(measures: readonly MeasureAnswer[]): RoundProgress {
  const inState = (state: string) => measures.filter(({ answer }) => answer.state === state).length
  const answered = inState('answered')
  const notApplicable = inState('not-applicable')
  const applicable = measures.length - notApplicable
  return { measures: applicable, answered, unanswered: applicable - answered, notApplicable }
}

/** The ambitions of the measures, each once, in their order. */
export function ambitionsOf(measures: readonly MeasureAnswer[]) {
  const found = measures.flatMap(({ measure }) => measure.ambition ?? [])
  return [...new Map(found.map((ambition) => [ambition.id, ambition])).values()]
}

/** How many of the measures stand at each level. */
export function levelCounts(measures: readonly MeasureAnswer[]): LevelCounts {
  const at = (level: number) => measures.filter(({ answer }) => answer.level === level).length
  return { 0: at(0), 1: at(1), 2: at(2), 3: at(3), 4: at(4), 5: at(5) }
}
