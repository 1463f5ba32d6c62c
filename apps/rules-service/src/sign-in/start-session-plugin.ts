import { APIError, createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { z } from 'zod'

/** Lets the service itself begin a session for a user, and read a session cookie; neither can be reached over HTTP. */
export function startSessionPlugin() {
  return {
    id: 'start-session',
    endpoints: {
      startSession: createAuthEndpoint(
        '/start-session',
        { method: 'POST', body: z.object({ user: z.string() }), metadata: { SERVER_ONLY: true } },
        async (ctx) => {
          const user = await ctx.context.internalAdapter.findUserById(ctx.body.user)
          if (!user) throw new APIError('NOT_FOUND')
          const session = await ctx.context.internalAdapter.createSession(user.id)
          await setSessionCookie(ctx, { session, user })
          return ctx.json({ started: true })
        },
      ),
      /** The token of the session cookie; null when there is none with our signature. */
      sessionToken: createAuthEndpoint(
        '/session-token',
        { method: 'GET', requireHeaders: true, metadata: { SERVER_ONLY: true } },
        async (ctx) => {
          const { secret, authCookies } = ctx.context
          return ctx.json({
            token: (await ctx.getSignedCookie(authCookies.sessionToken.name, secret)) || null,
          })
        },
      ),
    },
  }
}
