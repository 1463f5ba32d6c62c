import { Hono } from 'hono'
import type { AppContext } from '../context.ts'
import type { AppEnv } from '../http/environment.ts'

/** The parts of better-auth that are open; there is no sign-up, and no account to change. */
const OPEN: readonly (readonly ['GET' | 'POST', string])[] = [
  ['GET', '/api/auth/get-session'],
  ['POST', '/api/auth/sign-out'],
]

export function authRoutes({ auth }: AppContext): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()
  for (const [method, path] of OPEN) routes.on(method, path, (c) => auth.handler(c.req.raw))
  return routes
}
