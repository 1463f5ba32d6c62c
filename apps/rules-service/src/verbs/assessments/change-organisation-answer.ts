import { organisationSays, type AnswerSaved, type OrganisationAnswerChange } from '@workplan/domain'
import type { AppContext } from '../../context.ts'
import type { Member } from '../../members.ts'
import type { ChangeRequest } from '../../store/store.ts'
import { acceptedAnswer } from './accepted-answer.ts'
import { requireMeasure } from './change-answer.ts'
import { findOpenRound } from './find-round.ts'
import {
  findOrganisationAnswer,
  measureOfOrganisationAnswer,
  titleOfOrganisation,
} from './organisation-answers.ts'

/**
 * Puts another answer of the organisation in the place of the one it gave. Throws `not-found`, `not-allowed`,
 * `invalid-input`, `stale-version`, and `conflict` where the round is closed.
 */
export function changeOrganisationAnswer(
  { store, rules: { library } }: AppContext,
  member: Member,
  request: ChangeRequest,
  { id, expectedVersion, said }: { id: string; expectedVersion: number; said: OrganisationAnswerChange },
): Promise<AnswerSaved> {
  return store.change(
    request,
    async (draft) => {
      const { before } = draft
      const answer = findOrganisationAnswer(before, id)
      requireMeasure(member, library, answer)
      findOpenRound(before.state, library, answer.assessment)
      await draft.requireVersion('organisation-answer', id, expectedVersion, () =>
        measureOfOrganisationAnswer(before, library, member, answer),
      )
      draft.put('organisation-answer', acceptedAnswer(organisationSays(answer, said)), {
        expectedVersion,
        action: 'organisation-answer.updated',
        why: null,
        title: titleOfOrganisation(answer, before, library),
      })
      return answer
    },
    ({ after, flags }, answer) => ({
      item: measureOfOrganisationAnswer(after, library, member, answer),
      flags,
    }),
  )
}
