import type { MiddlewareHandler } from 'hono'
import type { Config } from '../config.ts'
import type { AppEnv } from './environment.ts'

/**
 * Pages run what we serve and nothing else; only Vue, by a policy of that name, may make markup of text, and only the start of
 * the worker that holds the live stream may name a script.
 */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types vue live-worker',
].join('; ')

const UNUSED_FEATURES = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'usb',
]

const HEADERS = {
  'content-security-policy': PAGE_POLICY,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': UNUSED_FEATURES.map((feature) => `${feature}=()`).join(', '),
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
}

const ONE_YEAR = 'max-age=31536000; includeSubDomains'

/** The headers that every answer has, whatever it is; over https, browsers are told to use nothing else for a year. */
export function securityHeadersOf({ publicUrl }: Pick<Config, 'publicUrl'>): Record<string, string> {
  return publicUrl?.startsWith('https:') ? { ...HEADERS, 'strict-transport-security': ONE_YEAR } : HEADERS
}

/** Headers for every answer; what a route set itself stays. Answers of the API are never kept by a cache. */
export const securityHeaders: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next()
  const { headers } = c.res
  const setUnlessSet = (name: string, value: string) => {
    if (!headers.has(name)) headers.set(name, value)
  }
  for (const [name, value] of Object.entries(securityHeadersOf(c.var.context.config)))
    setUnlessSet(name, value)
  if (c.req.path.startsWith('/api/')) setUnlessSet('cache-control', 'no-store')
  headers.set('x-request-id', c.var.requestId)
}
