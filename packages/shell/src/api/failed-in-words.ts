import { ApiProblem, NetworkFailure } from './api-problem.ts'
import { problemInWords } from './problem-in-words.ts'

/**
 * What to say of something that was asked for and not acknowledged. `not` says that it did not happen, as `Not withdrawn`, and
 * is said only where that is known.
 */
export function failedInWords(error: unknown, not?: string): string {
  if (mayBeDone(error))
    return 'No answer came, so we do not know whether it was done. Look whether it is there, or try again.'
  const { happened } = problemInWords(error)
  return not === undefined ? happened : `${not}. ${happened}`
}

/** Whether what was asked for may have been done, although nobody said so: the answer was lost, or came from a proxy. */
export function mayBeDone(error: unknown): boolean {
  return error instanceof NetworkFailure || (error instanceof ApiProblem && [502, 504].includes(error.status))
}
