import type { Problem, ProblemCode } from '@workplan/domain'

/** The service refused or failed, and said why. When the version was stale, `current` is the record as it is now and `changed` who made it so. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem'
  readonly status: number
  readonly code: ProblemCode
  readonly detail: string
  readonly errors: { path: string; message: string }[]
  readonly current: unknown
  readonly changed: { by: string; at: string } | null
  readonly requestId: string | null

  constructor(problem: Omit<Problem, 'type'>) {
    super(`${problem.code}: ${problem.detail}`)
    this.status = problem.status
    this.code = problem.code
    this.detail = problem.detail
    this.errors = problem.errors ?? []
    this.current = problem.current
    this.changed = problem.changed ?? null
    this.requestId = problem.requestId ?? null
  }
}

/** No answer came: the network or the service is down. A write may or may not have arrived. */
export class NetworkFailure extends Error {
  override readonly name = 'NetworkFailure'

  constructor(cause: unknown) {
    super('No answer from the service', { cause })
  }
}

/** True when an error is a problem with this code. */
export function isProblem(error: unknown, code: ProblemCode): error is ApiProblem {
  return error instanceof ApiProblem && error.code === code
}
