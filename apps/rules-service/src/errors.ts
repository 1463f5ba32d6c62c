import type { Problem, ProblemCode } from '@workplan/domain'
import type { ContentfulStatusCode } from 'hono/utils/http-status'

/** The HTTP status and the title of every problem code: the only place where the two meet. */
export const problemAnswers: Record<ProblemCode, { status: ContentfulStatusCode; title: string }> = {
  'malformed-json': { status: 400, title: 'The request is not valid JSON' },
  'invalid-input': { status: 400, title: 'Some of the input was refused' },
  'unsupported-media-type': { status: 415, title: 'The request is not of a type this address takes' },
  'not-signed-in': { status: 401, title: 'Nobody is signed in' },
  'not-allowed': { status: 403, title: 'Your role does not allow this' },
  'not-found': { status: 404, title: 'There is nothing at this address' },
  'method-not-allowed': { status: 405, title: 'This address does not take that method' },
  'stale-version': { status: 412, title: 'Somebody else changed it first' },
  'version-required': { status: 428, title: 'The version you changed is missing' },
  conflict: { status: 409, title: 'It cannot be done as things stand' },
  'idempotency-mismatch': { status: 409, title: 'The idempotency key was used for another request' },
  'body-too-large': { status: 413, title: 'The request is too large' },
  'app-not-built': { status: 503, title: 'This part of Workplan is not available' },
  'malformed-request': { status: 400, title: 'The request could not be read' },
  'headers-too-large': { status: 431, title: 'The headers of the request are too large' },
  'request-too-slow': { status: 408, title: 'The request took too long to arrive' },
  'unknown-host': { status: 421, title: 'There is no Workplan at this name' },
  'too-many-requests': { status: 429, title: 'There were too many requests' },
  'cross-site-request': { status: 403, title: 'The request came from another site' },
  'sign-in-refused': { status: 401, title: 'You were not signed in' },
  'too-many-attempts': { status: 429, title: 'There were too many tries' },
  'database-unavailable': { status: 503, title: 'The database cannot be reached' },
  'too-busy': { status: 503, title: 'Too much is asked for at once' },
  'not-set-up': { status: 501, title: 'This installation is not set up for it' },
  internal: { status: 500, title: 'Something went wrong' },
}

type ProblemDetails = Pick<Problem, 'errors' | 'current' | 'base' | 'sent' | 'changed'>

/** A request that cannot be fulfilled. `message` becomes the problem's `detail`: one or two sentences for the reader. */
export class AppError extends Error {
  readonly code: ProblemCode
  readonly details: ProblemDetails

  constructor(code: ProblemCode, message: string, details: ProblemDetails = {}, cause?: unknown) {
    super(message, { cause })
    this.name = 'AppError'
    this.code = code
    this.details = details
  }
}

/** The problem+json body of an error code. */
export function problemOf(
  code: ProblemCode,
  detail: string,
  requestId: string,
  details: ProblemDetails = {},
): Problem {
  const { status, title } = problemAnswers[code]
  return { type: `/api/docs#${code}`, title, status, code, detail, ...details, requestId }
}
