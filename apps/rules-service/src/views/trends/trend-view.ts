import {
  addDays,
  daysBetween,
  firstDayOf,
  flagTrend,
  type FlagTrendPoint,
  formatPartialDate,
  type FrameworkLibrary,
  type IsoDate,
  type Period,
  type ProgrammeState,
  type RoundLevels,
  trendSteps,
  type TrendStep,
  type TrendView,
} from '@workplan/domain'
import type { Trail } from '../../verbs/trends/read-trail.ts'
import { roundOf } from '../current-round.ts'
import { levelSummaryOf } from '../level-summary-view.ts'
import { slipsOf } from './slips.ts'

/** Longer spans are drawn in months. */
const LONGEST_IN_WEEKS = 26 * 7
/** What is shown when nobody asks for a span. */
const USUAL_SPAN = LONGEST_IN_WEEKS - 1

/** A programme over time: its flags from the journal, its levels by round, and how far its work has slipped. */
export function trendView(
  state: ProgrammeState,
  library: FrameworkLibrary,
  trail: Trail,
  { from, to, step }: Period & { step?: TrendStep | undefined },
): TrendView {
  const ofStep = step ?? (daysBetween(from, to) < LONGEST_IN_WEEKS ? 'week' : 'month')
  const flags = flagTrend(trail.flags, trendSteps({ from, to }, ofStep))
  return {
    step: ofStep,
    from,
    to,
    begins: trail.begins,
    flags,
    alternative: flagsInWords(flags),
    levels: levelsByRound(state, library),
    ...slipsOf(state, movedIn(trail)),
  }
}

/** The span to show: as asked for, but not before the journal begins nor after `last`; half a year unless asked. */
export function trendSpan(trail: Pick<Trail, 'begins'>, asked: Partial<Period>, last: IsoDate): Period {
  const to = asked.to !== undefined && asked.to < last ? asked.to : last
  const from = asked.from ?? addDays(to, -USUAL_SPAN)
  return { from: from > trail.begins ? from : trail.begins, to: to > trail.begins ? to : trail.begins }
}

function flagsInWords(points: readonly FlagTrendPoint[]): string {
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last) return 'There is nothing to show.'
  const total = (count: (point: FlagTrendPoint) => number) =>
    points.reduce((sum, point) => sum + count(point), 0)
  const stood = ({ open: { high, medium, low }, openAccepted }: FlagTrendPoint) =>
    `${high + medium + low} open (${high} high, ${medium} medium, ${low} low), ${openAccepted} of them accepted`
  return [
    `On ${formatPartialDate(first.to)}: ${stood(first)}.`,
    points.length > 1 ? `On ${formatPartialDate(last.to)}: ${stood(last)}.` : null,
    `From ${formatPartialDate(first.from)} to ${formatPartialDate(last.to)}: ${total(({ raised }) => raised)} new,`,
    `${total(({ reopened }) => reopened)} raised again, ${total(({ cleared }) => cleared)} cleared,`,
    `${total(({ accepted }) => accepted)} accepted.`,
  ]
    .filter(Boolean)
    .join(' ')
}

function levelsByRound(state: ProgrammeState, library: FrameworkLibrary): RoundLevels[] {
  return state.records.assessment
    .flatMap((assessment) => roundOf(assessment, state, library) ?? [])
    .map((round) => ({
      assessment: { id: round.assessment.id, title: round.assessment.title },
      completedOn: round.assessment.completedOn,
      current: round.assessment.current,
      figures: levelSummaryOf(round).total,
    }))
    .toSorted((one, other) => dayOf(one).localeCompare(dayOf(other)))
}

/** Rounds without a date come last, the current one after all others. */
function dayOf({ completedOn, current }: RoundLevels): string {
  if (completedOn !== null) return firstDayOf(completedOn)
  return current ? '9999-12-31' : '9999-01-01'
}

function movedIn({ dues }: Trail): ReadonlyMap<string, number> {
  const moved = new Map<string, number>()
  for (const { record } of dues) moved.set(record, (moved.get(record) ?? 0) + 1)
  return moved
}
