import { z } from '@hono/zod-openapi'
import { SessionView, WaysToSignIn } from '@workplan/domain'
import type { AppContext } from '../context.ts'
import { AppError } from '../errors.ts'
import { setCookies } from '../http/cookies.ts'
import { publicRoute, routeGroup } from '../http/routes.ts'
import { beginLocalAccount } from '../sign-in/local-accounts.ts'
import { sessionView } from '../verbs/sign-in/session-view.ts'
import { beginSingleSignOn } from '../verbs/sign-in/begin-single-sign-on.ts'
import { signInWithCode } from '../verbs/sign-in/sign-in-with-code.ts'
import { signInWithPassword } from '../verbs/sign-in/sign-in-with-password.ts'

const tags = ['Session']
const Address = z.string().trim().min(3).max(254)
const Password = z.string().min(1).max(200)
const Invitation = z.string().regex(/^[\w-]{43}$/, 'must be the end of a link that you were given')

/** Addresses of ours, so that nobody is sent elsewhere after signing in. */
const ReturnTo = z
  .string()
  .max(500)
  .regex(/^\/(?:governance|adult|children|workforce)\/[\w\-./?=&%~]*$/, 'must be a page of Workplan')

const json = <Schema extends z.ZodType>(schema: Schema) => ({ content: { 'application/json': { schema } } })
const body = <Schema extends z.ZodType>(schema: Schema) => ({ body: { ...json(schema), required: true } })

const getWays = publicRoute({
  method: 'get',
  path: '/api/session/ways',
  summary: 'The ways to sign in here',
  tags,
  responses: { 200: { description: 'The ways', ...json(WaysToSignIn) } },
})

const postSingleSignOn = publicRoute({
  method: 'post',
  path: '/api/session/single-sign-on',
  summary: 'Begin to sign in at the provider of single sign-on',
  tags,
  request: body(z.strictObject({ returnTo: ReturnTo, invitation: Invitation.optional() })),
  responses: { 200: { description: 'Where the browser goes next', ...json(z.object({ url: z.string() })) } },
})

const postPassword = publicRoute({
  method: 'post',
  path: '/api/session/password',
  summary: 'Sign in with a password: the first of two steps',
  tags,
  request: body(z.strictObject({ address: Address, password: Password })),
  responses: {
    200: { description: 'The code is needed next', ...json(z.object({ next: z.literal('code') })) },
  },
})

const postCode = publicRoute({
  method: 'post',
  path: '/api/session/code',
  summary: 'Sign in with the code of the authenticator app, or a recovery code: the second step',
  tags,
  request: body(z.strictObject({ code: z.string().min(6).max(40) })),
  responses: { 200: { description: 'The new session', ...json(SessionView) } },
})

const postAccount = publicRoute({
  method: 'post',
  path: '/api/session/account',
  summary: 'Choose a password with a one-time link',
  tags,
  request: body(z.strictObject({ invitation: Invitation, address: Address, password: Password })),
  responses: {
    201: {
      description: 'What the authenticator app needs; shown this once',
      ...json(z.object({ totpUri: z.string(), secret: z.string(), recoveryCodes: z.array(z.string()) })),
    },
  },
})

/** The ways in where this is no demonstration. */
export function signInRoutes(context: AppContext) {
  const { config, auth, database, now } = context
  return routeGroup()
    .openapi(getWays, (c) => {
      const { singleSignOn, localAccounts } = config.signIn
      return c.json(
        {
          demonstration: config.demonstration,
          singleSignOn: singleSignOn && { name: singleSignOn.name },
          password: localAccounts,
        },
        200,
      )
    })
    .openapi(postSingleSignOn, async (c) => {
      const { returnTo, invitation } = c.req.valid('json')
      const { url, cookies } = await beginSingleSignOn(context, { returnTo, invitation }, c.req.raw.headers)
      setCookies(c, cookies)
      return c.json({ url }, 200)
    })
    .openapi(postPassword, async (c) => {
      setCookies(c, await signInWithPassword(context, c.req.valid('json'), c.req.raw.headers))
      return c.json({ next: 'code' as const }, 200)
    })
    .openapi(postCode, async (c) => {
      const { cookies, person } = await signInWithCode(context, c.req.valid('json').code, c.req.raw.headers)
      setCookies(c, cookies)
      return c.json(await sessionView(context, person), 200)
    })
    .openapi(postAccount, async (c) => {
      if (!config.signIn.localAccounts) throw new AppError('not-found', 'Nobody has a password here.')
      return c.json(await beginLocalAccount(auth, database, { ...c.req.valid('json'), at: now() }), 201)
    })
}
