import type { MiddlewareHandler } from 'hono'
import type { AppEnv } from './environment.ts'

const PAGE_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

const HEADERS = {
  'content-security-policy': PAGE_POLICY,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=()',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
}

const ONE_YEAR = 'max-age=31536000; includeSubDomains'

/** Headers for every answer; what a route set itself stays. Answers of the API are never kept by a cache. */
export const securityHeaders: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next()
  const { headers } = c.res
  const setUnlessSet = (name: string, value: string) => {
    if (!headers.has(name)) headers.set(name, value)
  }
  for (const [name, value] of Object.entries(HEADERS)) setUnlessSet(name, value)
  if (c.var.context.config.publicUrl?.startsWith('https:'))
    setUnlessSet('strict-transport-security', ONE_YEAR)
  if (c.req.path.startsWith('/api/')) setUnlessSet('cache-control', 'no-store')
  headers.set('x-request-id', c.var.requestId)
}
