import { ApiProblem, NetworkFailure } from '../api/api-problem.ts'

/** True for a failure that passes by itself: no answer, or a service that cannot take a change just now. */
export function isPassing(error: unknown): boolean {
  if (error instanceof NetworkFailure) return true
  return error instanceof ApiProblem && [502, 503, 504].includes(error.status)
}
