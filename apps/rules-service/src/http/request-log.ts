import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import type { AppEnv } from './environment.ts'

/** One line for each request, without anything that says who asked or for what person's sake. */
export const requestLog: MiddlewareHandler<AppEnv> = async (c, next) => {
  const begun = performance.now()
  await next()
  const { log } = c.var.context
  if (!log.isLevelEnabled('debug')) return
  log.debug(
    {
      requestId: c.var.requestId,
      method: c.req.method,
      route: routePath(c, -1),
      status: c.res.status,
      ms: Math.round(performance.now() - begun),
    },
    'request',
  )
}
