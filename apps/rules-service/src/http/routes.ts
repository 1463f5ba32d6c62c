import { createRoute, OpenAPIHono, type RouteConfig } from '@hono/zod-openapi'
import type { Action } from '@workplan/domain'
import type { MiddlewareHandler } from 'hono'
import type { AppEnv, MemberEnv, SignedInEnv } from './environment.ts'
import { guardMember, guardSignedIn } from './guard.ts'
import { refuseInvalidInput } from './refuse-invalid-input.ts'

/** Who may call a route; every route of the API declares one. */
export type Access = 'public' | 'signed-in' | Action

type Route<Path extends string> = Omit<RouteConfig, 'path' | 'middleware'> & { path: Path }

/** A route that anyone may call. */
export function publicRoute<Path extends string, R extends Route<Path>>(route: R & { path: Path }) {
  return createRoute({ ...route, 'x-access': 'public' satisfies Access })
}

/** A route for anyone who is signed in; the handler has `c.var.person`. */
export function signedInRoute<Path extends string, R extends Route<Path>>(route: R & { path: Path }) {
  const middleware: MiddlewareHandler<SignedInEnv> = guardSignedIn
  return createRoute({ ...route, middleware, 'x-access': 'signed-in' satisfies Access })
}

/**
 * A route under `/api/programmes/{programme}` for members who may do `action` there; the handler has `c.var.member`.
 * Where the policy asks for a condition, the handler calls `requireAction` with what is acted on.
 */
export function programmeRoute<Path extends string, R extends Route<Path>>(
  action: Action,
  route: R & { path: Path },
) {
  const middleware: MiddlewareHandler<MemberEnv> = guardMember(action)
  return createRoute({ ...route, middleware, 'x-access': action })
}

/** A group of routes whose refused input is answered as `invalid-input`. */
export function routeGroup(): OpenAPIHono<AppEnv> {
  return new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalidInput })
}
