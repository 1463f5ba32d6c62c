import type { FrameworkLibrary, RoundView } from '@workplan/domain'
import { may, type Member } from '../../members.ts'
import type { LoadedProgramme } from '../../store/programme.ts'
import { findRound } from './find-round.ts'
import { measureRows } from './measure-rows.ts'
import { roundSummary } from './round-summary.ts'
import { maySignOff } from './sign-off-capacity.ts'

/** A whole round, to be answered or read. Throws `not-found`. */
export function roundView(
  programme: LoadedProgramme,
  library: FrameworkLibrary,
  member: Member,
  id: string,
): RoundView {
  const round = findRound(programme.state, library, id)
  const open = round.assessment.state === 'open'
  const measures = measureRows(round, programme, member)
  return {
    round: roundSummary(round, programme),
    levels: round.framework.levels,
    measures,
    providers: programme.state.records.provider.map(({ id: provider, name }) => ({ id: provider, name })),
    mayAnswer: measures.some(({ mayAnswer }) => mayAnswer),
    maySignOff: open && maySignOff(member, programme.state),
    mayWithdraw: open && may(member, 'assessment.withdraw'),
  }
}
