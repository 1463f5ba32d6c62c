import { organisationSays, type AnswerSaved, type NewOrganisationAnswer } from '@workplan/domain'
import type { AppContext } from '../../context.ts'
import { AppError } from '../../errors.ts'
import type { Member } from '../../members.ts'
import type { ChangeRequest } from '../../store/store.ts'
import { acceptedAnswer } from './accepted-answer.ts'
import { requireMeasure } from './change-answer.ts'
import { findAnswer, findOpenRound, findRound } from './find-round.ts'
import { measureRow } from './measure-rows.ts'
import { titleOfOrganisation } from './organisation-answers.ts'

/**
 * Records what an organisation answers to a measure, beside the moderated answer. Throws `not-found`, `not-allowed`,
 * `invalid-input`, and `conflict` where the organisation has answered already or the round is closed.
 */
export function addOrganisationAnswer(
  { store, rules: { library } }: AppContext,
  member: Member,
  request: ChangeRequest,
  { id, said: { provider, ...said } }: { id: string; said: NewOrganisationAnswer },
): Promise<AnswerSaved> {
  return store.change(
    request,
    ({ before, put }) => {
      const { assessment, measure, source } = findAnswer(before.state, id)
      requireMeasure(member, library, { measure })
      findOpenRound(before.state, library, assessment)
      const name = before.state.records.provider.find((candidate) => candidate.id === provider)?.name
      if (name === undefined)
        throw new AppError('invalid-input', 'The answer names an organisation that does not exist.', {
          errors: [{ path: 'provider', message: `There is no organisation ${provider} in this programme` }],
        })
      const answer = acceptedAnswer(
        organisationSays({ id: `${id}.of.${provider}`, source, assessment, measure, provider }, said),
      )
      put('organisation-answer', answer, {
        expectedVersion: null,
        action: 'organisation-answer.added',
        why: null,
        title: titleOfOrganisation(answer, before, library),
      })
      return assessment
    },
    ({ after, flags }, assessment) => ({
      item: measureRow(findRound(after.state, library, assessment), after, member, id),
      flags,
    }),
  )
}
