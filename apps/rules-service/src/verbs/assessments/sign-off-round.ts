import type { RoundSaved } from '@workplan/domain'
import type { AppContext } from '../../context.ts'
import { AppError } from '../../errors.ts'
import { requireAction, type Member } from '../../members.ts'
import { recordKey } from '../../store/programme.ts'
import type { ChangeRequest } from '../../store/store.ts'
import { isClinicalLead } from './clinical-lead.ts'
import { findOpenRound, findRound } from './find-round.ts'
import { roundSummary } from './round-summary.ts'
import { requireRoundVersion } from './require-round-version.ts'
import { capacityOf } from './sign-off-capacity.ts'
import { signedOff } from './signed-off.ts'

/**
 * Signs an open round off: from then on it does not change, and in the same change it takes the place of the round that was
 * current. Throws `not-found`, `not-allowed`, `conflict` where it is closed or empty, and `stale-version`
 * where an answer was changed since the person looked.
 */
export function signOffRound(
  { store, rules: { library } }: AppContext,
  member: Member,
  request: ChangeRequest,
  { id, expectedVersion }: { id: string; expectedVersion: number },
): Promise<RoundSaved> {
  return store.change(
    request,
    (draft) => {
      const { before } = draft
      const { state, asAt } = before
      const person = member.person.id
      requireAction(member, 'assessment.sign-off', { clinicalLead: isClinicalLead(state, person) })
      const round = findOpenRound(state, library, id)
      requireRoundVersion(round, before, expectedVersion)
      if ([...round.answerOf.values()].every((answer) => answer.state === 'unanswered'))
        throw new AppError('conflict', 'Nothing in this round is answered yet, so there is nothing to sign.')
      const versionOf = (record: string) => before.versions.get(recordKey('assessment', record)) ?? null
      const after = signedOff(round, state, { person, capacity: capacityOf(member, state), on: asAt })
      draft.put('assessment', after.round, {
        expectedVersion: versionOf(id),
        action: 'assessment.signed-off',
        why: null,
      })
      if (after.replaced)
        draft.put('assessment', after.replaced, {
          expectedVersion: versionOf(after.replaced.id),
          action: 'assessment.replaced',
          why: `${after.round.title} was signed off`,
        })
    },
    ({ after, flags }) => ({ item: roundSummary(findRound(after.state, library, id), after), flags }),
  )
}
