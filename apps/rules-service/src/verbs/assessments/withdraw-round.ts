import type { RoundSaved } from '@workplan/domain'
import type { AppContext } from '../../context.ts'
import { requireAction, type Member } from '../../members.ts'
import { recordKey } from '../../store/programme.ts'
import type { ChangeRequest } from '../../store/store.ts'
import { findOpenRound, findRound } from './find-round.ts'
import { roundSummary } from './round-summary.ts'
import { requireRoundVersion } from './require-round-version.ts'

/** Takes an open round back; its answers can still be read. Throws `not-found`, `conflict` where it is closed, `stale-version`. */
export function withdrawRound(
  { store, rules: { library } }: AppContext,
  member: Member,
  request: ChangeRequest,
  { id, expectedVersion, reason }: { id: string; expectedVersion: number; reason: string },
): Promise<RoundSaved> {
  return store.change(
    request,
    (draft) => {
      const { before } = draft
      requireAction(member, 'assessment.withdraw')
      const round = findOpenRound(before.state, library, id)
      requireRoundVersion(round, before, expectedVersion)
      const { history } = round.assessment
      draft.put(
        'assessment',
        {
          ...round.assessment,
          state: 'withdrawn',
          history: [...history, { when: before.asAt, event: 'Withdrawn' }],
        },
        {
          expectedVersion: before.versions.get(recordKey('assessment', id)) ?? null,
          action: 'assessment.withdrawn',
          why: reason,
        },
      )
    },
    ({ after, flags }) => ({ item: roundSummary(findRound(after.state, library, id), after), flags }),
  )
}
