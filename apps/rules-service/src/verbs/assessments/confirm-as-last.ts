import { answerAsLast, type AnswerSaved, type SameAsLast } from '@workplan/domain'
import type { AppContext } from '../../context.ts'
import { AppError } from '../../errors.ts'
import type { Member } from '../../members.ts'
import type { ChangeRequest } from '../../store/store.ts'
import { acceptedAnswer } from './accepted-answer.ts'
import { changeAnswerOf } from './change-answer.ts'

/**
 * Gives a measure of an open round the answer of the round before, because a person says that it still holds. Throws as
 * `changeAnswerOf` does, `conflict` where there was no round before, and `invalid-input`.
 */
export function confirmAsLast(
  context: AppContext,
  member: Member,
  request: ChangeRequest,
  { same, ...edit }: { id: string; expectedVersion: number; same: SameAsLast },
): Promise<AnswerSaved> {
  return changeAnswerOf(context, member, request, {
    ...edit,
    action: 'answer.confirmed-as-last',
    make: (answer, { assessment, answerOf }, { state, asAt }) => {
      const { answer: answers } = state.records
      const last = answers.find(
        (candidate) => candidate.assessment === assessment.follows && candidate.measure === answer.measure,
      )
      if (!last) throw new AppError('conflict', 'No round before this one has an answer to this measure.')
      const answerIn = (id: string) =>
        answerOf.get(answers.find((candidate) => candidate.id === id)?.measure ?? '')?.id ?? null
      return acceptedAnswer(answerAsLast(answer, last, same, asAt, answerIn))
    },
  })
}
