import { AppError } from '../../errors.ts'

type Outcome<Result> = { answer: Result } | { problems: readonly { field: string; message: string }[] }

/** The answer that came of it; throws `invalid-input` with what stands against it. */
export function acceptedAnswer<Result>(outcome: Outcome<Result>): Result {
  if ('answer' in outcome) return outcome.answer
  throw new AppError('invalid-input', 'The answer does not fit together. Nothing was changed.', {
    errors: outcome.problems.map(({ field, message }) => ({ path: field, message })),
  })
}
