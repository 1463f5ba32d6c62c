import { Hono, type MiddlewareHandler } from 'hono'
import { compress } from 'hono/compress'
import { createApi } from './api.ts'
import type { AppContext } from './context.ts'
import type { AppEnv } from './http/environment.ts'
import { limitRate } from './http/limit-rate.ts'
import { limitTime } from './http/limit-time.ts'
import { answerNoRoute, onError } from './http/on-error.ts'
import { limitBody, requireCleanAddress, requireJsonBody } from './http/read-body.ts'
import { requireOwnHost } from './http/own-host.ts'
import { requestLog } from './http/request-log.ts'
import { requireSameOrigin, SAFE_METHODS } from './http/same-origin.ts'
import { securityHeaders } from './http/security-headers.ts'
import { appRoutes, builtFolders, type StaticFolders } from './routes/apps.ts'
import { authRoutes } from './routes/auth.ts'
import { documentationRoutes } from './routes/documentation.ts'

/** The whole service as one Hono app: the API, its documentation and the built apps. */
export function createApp(context: AppContext, folders: StaticFolders = builtFolders): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  const api = createApi(context)
  app.onError(onError)
  app.notFound(answerNoRoute(app))
  app.use(async (c, next) => {
    c.set('context', context)
    c.set('requestId', crypto.randomUUID())
    await next().catch(rethrowAsError)
  })
  app.use(requestLog, securityHeaders, requireOwnHost, requireSameOrigin, requireCleanAddress)
  app.use('/api/*', limitTime(), limitRate(context), compressReads, limitBody, requireJsonBody)
  app.route('/', api)
  app.route('/', authRoutes(context))
  app.route('/', documentationRoutes(api))
  app.route('/', appRoutes(folders))
  return app
}

const compressed = compress()

/** What a change is answered with is small, and somebody waits for it. */
const compressReads: MiddlewareHandler<AppEnv> = (c, next) =>
  SAFE_METHODS.has(c.req.method) ? compressed(c, next) : next()

/** Hono hands to `onError` only what is an Error; libraries throw other things too. */
function rethrowAsError(thrown: unknown): never {
  throw thrown instanceof Error
    ? thrown
    : new Error('something that is no Error was thrown', { cause: thrown })
}
