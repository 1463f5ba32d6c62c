import type { HttpBindings } from '@hono/node-server'
import type { Context, MiddlewareHandler } from 'hono'
import type { Config } from '../config.ts'
import { AppError } from '../errors.ts'
import { isLoopback } from '../sign-in/sign-in-config.ts'
import type { AppEnv } from './environment.ts'

/** What watches over the service asks it by whatever address it finds it at. */
const FOR_ANY_HOST = new Set(['/livez', '/readyz'])

/** Answers requests for the names that Workplan is known by: another site's name must not lead to it. */
export const requireOwnHost: MiddlewareHandler<AppEnv> = async (c, next) => {
  if (!FOR_ANY_HOST.has(c.req.path) && !isOwnHost(hostAskedFor(c), c.var.context.config))
    throw new AppError(
      'unknown-host',
      'Workplan is not at this name. If it should be, set WORKPLAN_PUBLIC_URL to the address that people use.',
    )
  await next()
}

/** The header as it was sent: an address in the request line counts for nothing. */
function hostAskedFor(c: Context<AppEnv>): string | undefined {
  const { incoming } = (c.env ?? {}) as Partial<HttpBindings>
  return incoming ? incoming.headers.host : new URL(c.req.url).host
}

function isOwnHost(asked: string | undefined, { publicUrl, host }: Pick<Config, 'publicUrl' | 'host'>) {
  if (asked === undefined || !URL.canParse(`http://${asked}`)) return false
  const { hostname } = new URL(`http://${asked}`)
  const name = hostname.replace(/^\[|\]$/g, '')
  if (isLoopback(name) || name === host.toLowerCase()) return true
  return publicUrl !== null && hostname === new URL(publicUrl).hostname
}
