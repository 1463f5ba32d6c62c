import type { MiddlewareHandler } from 'hono'
import { AppError } from '../errors.ts'
import { clientAddress, connectionAddress, trustedProxies } from './client-address.ts'
import type { AppContext } from '../context.ts'
import type { AppEnv } from './environment.ts'
import { createRequestQuota } from './request-quota.ts'

/** A whole office may have one address. */
const PEOPLE_AT_ONE_ADDRESS = 10

type Limited = Pick<AppContext, 'config' | 'database' | 'now'>

/** Limits the requests of one minute that come from one address, and those made with one session cookie. */
export function limitRate({ config, database, now }: Limited): MiddlewareHandler<AppEnv> {
  const perPerson = config.requestsPerMinute
  const isTrusted = trustedProxies(config.trustedProxies)
  const quota = createRequestQuota(database, now)

  return async (c, next) => {
    const address = clientAddress(connectionAddress(c), c.req.header('x-forwarded-for'), isTrusted)
    const cookie = c.req.header('cookie')
    const wait =
      (await quota.take(`address ${address}`, perPerson * PEOPLE_AT_ONE_ADDRESS)) ??
      (cookie === undefined ? null : await quota.take(`cookie ${cookie}`, perPerson))
    if (wait !== null) {
      c.header('retry-after', String(wait))
      throw new AppError('too-many-requests', `Wait ${wait} seconds, then try again. Nothing was changed.`)
    }
    await next()
  }
}
