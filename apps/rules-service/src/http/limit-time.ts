import type { MiddlewareHandler } from 'hono'
import { AppError } from '../errors.ts'
import { withinDeadline } from '../store/deadline.ts'
import type { AppEnv } from './environment.ts'

/** Most milliseconds until a request is answered. */
const ANSWERED_WITHIN_MS = 10_000

/** Gives up on a database that takes too long: what was begun is undone, and the answer says that it may be tried again. */
export function limitTime(withinMs = ANSWERED_WITHIN_MS): MiddlewareHandler<AppEnv> {
  return async (_c, next) => {
    const late = new AbortController()
    let timer: NodeJS.Timeout | undefined
    const tooLate = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => {
        late.abort()
        reject(new AppError('database-unavailable', TOO_SLOW))
      }, withinMs)
    })
    try {
      await Promise.race([withinDeadline(late.signal, next), tooLate])
    } finally {
      clearTimeout(timer)
    }
  }
}

/** Said with care: the moment in which a change is saved may be the last one before the time is up. */
const TOO_SLOW = 'The database took too long. Look whether your change was saved before you try again.'
