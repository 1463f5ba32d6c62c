import { changeAnswer, type Answer, type AnswerChange } from '@workplan/domain'
import { AppError } from '../../errors.ts'
import type { LoadedProgramme } from '../../store/programme.ts'

/** An answer after a change, found by its own id or by its measure's in a current round. Throws `not-found`, `invalid-input`. */
export function answerAfter({ state }: LoadedProgramme, id: string, change: AnswerChange): Answer {
  const current = new Set(state.records.assessment.filter((round) => round.current).map((round) => round.id))
  const answer =
    state.records.answer.find((candidate) => candidate.id === id) ??
    state.records.answer.find(({ measure, assessment }) => measure === id && current.has(assessment))
  if (!answer) throw new AppError('not-found', 'There is no answer to this measure in the programme.')
  const changed = changeAnswer(answer, change)
  if ('answer' in changed) return changed.answer
  throw new AppError('invalid-input', 'The change does not fit together. Nothing was changed.', {
    errors: changed.problems.map(({ field, message }) => ({ path: field, message })),
  })
}
