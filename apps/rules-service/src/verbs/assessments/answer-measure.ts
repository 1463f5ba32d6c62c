import { scoreAnswer, type AnswerChange, type AnswerSaved } from '@workplan/domain'
import type { AppContext } from '../../context.ts'
import type { Member } from '../../members.ts'
import type { ChangeRequest } from '../../store/store.ts'
import { acceptedAnswer } from './accepted-answer.ts'
import { changeAnswerOf } from './change-answer.ts'

/** Answers a measure of an open round, or changes its answer. Throws as `changeAnswerOf` does, and `invalid-input`. */
export function answerMeasure(
  context: AppContext,
  member: Member,
  request: ChangeRequest,
  { change, ...edit }: { id: string; expectedVersion: number; change: AnswerChange },
): Promise<AnswerSaved> {
  return changeAnswerOf(context, member, request, {
    ...edit,
    action: 'answer.updated',
    make: (answer, _round, { asAt }) => acceptedAnswer(scoreAnswer(answer, change, asAt)),
  })
}
