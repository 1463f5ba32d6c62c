import { OpenAPIHono } from '@hono/zod-openapi'
import { createApi } from './api.ts'
import type { AppContext } from './context.ts'
import type { AppEnv } from './http/environment.ts'
import { onError, onNotFound } from './http/on-error.ts'

/** The whole service as one Hono app: the API, its documentation and the built apps. */
export function createApp(context: AppContext): OpenAPIHono<AppEnv> {
  const app = new OpenAPIHono<AppEnv>()
  app.onError(onError)
  app.notFound(onNotFound)
  app.use(async (c, next) => {
    c.set('context', context)
    c.set('requestId', crypto.randomUUID())
    await next()
  })
  app.route('/', createApi(context))
  return app
}
