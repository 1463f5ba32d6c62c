import { roundFindings, type RoundFindings, type SignOffView } from '@workplan/domain'
import type { AppContext } from '../../context.ts'
import type { Member } from '../../members.ts'
import type { LoadedProgramme } from '../../store/programme.ts'
import { type Round, roundOf } from '../../views/current-round.ts'
import { effectOfChange } from '../what-if/effect-of-change.ts'
import { clinicalLeadView } from './clinical-lead.ts'
import { currentRoundOf, findOpenRound } from './find-round.ts'
import { roundSummary } from './round-summary.ts'
import { capacityOf, maySignOff } from './sign-off-capacity.ts'
import { signedOff } from './signed-off.ts'

/**
 * What the person who signs an open round off ought to know: what is missing in it, and what it would do to the flags. Changes
 * nothing. Throws `not-found`, and `conflict` for a round that is closed.
 */
export function signOffView(
  { rules, now }: Pick<AppContext, 'rules' | 'now'>,
  programme: LoadedProgramme,
  member: Member,
  id: string,
): SignOffView {
  const { state, asAt } = programme
  const round = findOpenRound(state, rules.library, id)
  const signature = { person: member.person.id, capacity: capacityOf(member, state), on: asAt }
  const after = signedOff(round, state, signature)
  const records = [after.round, after.replaced].flatMap((assessment) =>
    assessment ? [{ kind: 'assessment' as const, id: assessment.id, data: assessment }] : [],
  )
  const current = currentRoundOf(state, round.framework.id)
  const replaces = current && roundOf(current, state, rules.library)
  return {
    round: roundSummary(round, programme),
    findings: named(roundFindings([...round.answerOf.values()], asAt), round),
    effect: effectOfChange(programme, { records }, rules, now()),
    replaces: replaces ? roundSummary(replaces, programme) : null,
    maySignOff: maySignOff(member, state),
    clinicalLead: clinicalLeadView(programme, member),
  }
}

/** The findings with the measures they hold for, in the order of the framework. */
function named(findings: RoundFindings, { framework }: Round): SignOffView['findings'] {
  const measures = (ids: readonly string[]) => {
    const wanted = new Set(ids)
    return framework.requirements
      .filter((entry) => entry.scored && wanted.has(entry.id))
      .map(({ id, number, title }) => ({ id, number, title }))
  }
  return {
    unanswered: measures(findings.unanswered),
    withoutEvidence: measures(findings.withoutEvidence),
    withoutReason: measures(findings.withoutReason),
    oldEvidence: measures(findings.oldEvidence),
    undatedEvidence: measures(findings.undatedEvidence),
  }
}
