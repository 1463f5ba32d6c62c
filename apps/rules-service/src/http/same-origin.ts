import type { MiddlewareHandler } from 'hono'
import { AppError } from '../errors.ts'
import type { AppEnv } from './environment.ts'

/** The methods that change nothing. */
export const SAFE_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Refuses a change that another site's page asks for. Clients that are no browser send neither header and pass. */
export const requireSameOrigin: MiddlewareHandler<AppEnv> = async (c, next) => {
  if (!SAFE_METHODS.has(c.req.method) && !isOwnOrigin(c.req.raw, c.var.context.config.publicUrl))
    throw new AppError(
      'cross-site-request',
      'Changes are accepted from the pages of Workplan only. Nothing was changed.',
    )
  await next()
}

/** What the browser itself says of the site counts most: it is right behind any proxy, and no page can forge it. */
function isOwnOrigin({ headers, url }: Request, publicUrl: string | null): boolean {
  const site = headers.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin' || site === 'none'
  const origin = headers.get('origin')
  if (origin === null) return true
  return origin === new URL(url).origin || (publicUrl !== null && origin === new URL(publicUrl).origin)
}
