import { Hono } from 'hono'
import type { AppContext } from '../context.ts'
import type { AppEnv } from '../http/environment.ts'
import { SINGLE_SIGN_ON } from '../sign-in/single-sign-on.ts'
import { finishSingleSignOn } from '../verbs/sign-in/finish-single-sign-on.ts'

/** The parts of better-auth that are open beside the way back from single sign-on; there is no account to change. */
const OPEN: readonly (readonly ['GET' | 'POST', string])[] = [
  ['GET', '/api/auth/get-session'],
  ['POST', '/api/auth/sign-out'],
]

export function authRoutes(context: AppContext): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()
  for (const [method, path] of OPEN) routes.on(method, path, (c) => context.auth.handler(c.req.raw))
  routes.get(`/api/auth/callback/${SINGLE_SIGN_ON}`, (c) => finishSingleSignOn(context, c.req.raw))
  return routes
}
