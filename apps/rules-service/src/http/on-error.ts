import type { ProblemCode } from '@workplan/domain'
import type { Context, ErrorHandler, Hono, NotFoundHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { AppError, problemAnswers, problemOf } from '../errors.ts'
import { isDatabaseUnavailable } from '../store/database-errors.ts'
import type { AppEnv } from './environment.ts'
import { lastChangeAt } from './last-change.ts'

/** Said with care: a connection can break after the change was saved and before we were told. */
const UNREACHABLE =
  'The database could not be reached. Look whether your change was saved before you try again.'

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']

/** Answers every error as a problem; what we did not foresee is logged and answered without details. */
export const onError: ErrorHandler<AppEnv> = async (error, c) => {
  const known = asAppError(error)
  if (known.code === 'stale-version') return answerProblem(c, await withSent(known, c))
  if (known.code === 'internal' || known.code === 'database-unavailable')
    c.var.context.log.error({ requestId: c.var.requestId, err: known.cause ?? known }, known.code)
  if (known.code === 'database-unavailable') c.header('retry-after', '5')
  // The rest of the body is never read, so the connection cannot carry another request.
  if (known.code === 'body-too-large') c.header('connection', 'close')
  return answerProblem(c, known)
}

/** Answers an address that no route takes, or that takes other methods only. */
export function answerNoRoute(app: Hono<AppEnv>): NotFoundHandler<AppEnv> {
  return (c) => {
    const allowed = METHODS.filter((method) => hasRoute(app, method, c.req.path))
    if (allowed.length === 0)
      return answerProblem(
        c,
        new AppError('not-found', 'Check the address, or go back to where you came from.'),
      )
    c.header('allow', allowed.join(', '))
    return answerProblem(c, new AppError('method-not-allowed', `This address takes ${allowed.join(', ')}.`))
  }
}

/** Middleware is registered for every method and is no route. */
function hasRoute(app: Hono<AppEnv>, method: string, path: string): boolean {
  const [handlers] = app.router.match(method, path)
  return handlers.some(([[, route]]) => route.method === method)
}

/** The response for an error. */
export function answerProblem(c: Context<AppEnv>, error: AppError): Response {
  const body = problemOf(error.code, error.message, c.var.requestId, error.details)
  return c.body(JSON.stringify(body), problemAnswers[error.code].status, {
    'content-type': 'application/problem+json; charset=utf-8',
  })
}

/** With what the person sent and who was first beside what is there now, for a page that shows both. */
async function withSent(error: AppError, c: Context<AppEnv>): Promise<AppError> {
  const text = await c.req.text()
  const sent = text === '' ? {} : { sent: JSON.parse(text) as unknown }
  const changed = await lastChangeAt(c.var.context, c.req.path)
  const details = { ...error.details, ...sent, ...(changed && { changed }) }
  return new AppError(error.code, error.message, details, error.cause)
}

function asAppError(error: Error): AppError {
  if (error instanceof AppError) return error
  if (error instanceof HTTPException) return new AppError(codeOf(error), detailOf(error), {}, error)
  if (isDatabaseUnavailable(error)) return new AppError('database-unavailable', UNREACHABLE, {}, error)
  return new AppError(
    'internal',
    'Nothing was saved. Try again; if it happens again, quote the request id.',
    {},
    error,
  )
}

/** The framework itself throws these for bodies that cannot be read. */
function codeOf({ status }: HTTPException): ProblemCode {
  if (status === 400) return 'malformed-json'
  if (status === 413) return 'body-too-large'
  return status === 415 ? 'unsupported-media-type' : 'internal'
}

function detailOf({ status }: HTTPException): string {
  if (status === 400) return 'The body could not be read as JSON. Nothing was changed.'
  return status === 415 ? 'Send the body as application/json.' : 'The request could not be handled.'
}
