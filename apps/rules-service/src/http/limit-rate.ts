import type { MiddlewareHandler } from 'hono'
import { AppError } from '../errors.ts'
import { clientAddress, connectionAddress, trustedProxies } from './client-address.ts'
import type { AppContext } from '../context.ts'
import type { AppEnv } from './environment.ts'
import { createRequestQuota } from './request-quota.ts'

/** A whole office may have one address. */
const PEOPLE_AT_ONE_ADDRESS = 10
/** Of the requests of one address, this part may be steps of a sign-in: each is checked at length. */
const SIGN_INS_OF_REQUESTS = 1 / 50
const SIGN_IN = /^\/api\/(?:session\/(?:password|code|account|single-sign-on)$|auth\/callback\/)/

type Limited = Pick<AppContext, 'config' | 'database' | 'now'>

/**
 * Limits the requests of one minute that come from one address, the steps of sign-ins among them, and the requests made with
 * one session cookie.
 */
export function limitRate({ config, database, now }: Limited): MiddlewareHandler<AppEnv> {
  const perPerson = config.requestsPerMinute
  const isTrusted = trustedProxies(config.trustedProxies)
  const quota = createRequestQuota(database, now)

  return async (c, next) => {
    const address = clientAddress(connectionAddress(c), c.req.header('x-forwarded-for'), isTrusted)
    const cookie = c.req.header('cookie')
    const perAddress = perPerson * PEOPLE_AT_ONE_ADDRESS
    const wait =
      (await quota.take(`address ${address}`, perAddress)) ??
      (SIGN_IN.test(c.req.path)
        ? await quota.take(`sign-ins from ${address}`, Math.ceil(perAddress * SIGN_INS_OF_REQUESTS))
        : null) ??
      (cookie === undefined ? null : await quota.take(`cookie ${cookie}`, perPerson))
    if (wait !== null) {
      c.header('retry-after', String(wait))
      throw new AppError('too-many-requests', `Wait ${wait} seconds, then try again. Nothing was changed.`)
    }
    await next()
  }
}
