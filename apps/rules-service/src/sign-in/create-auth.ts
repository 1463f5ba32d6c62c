import { betterAuth } from 'better-auth/minimal'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { getOAuthState } from 'better-auth/api'
import { twoFactor } from 'better-auth/plugins/two-factor'
import { and, eq } from 'drizzle-orm'
import type { Logger } from 'pino'
import type { Config } from '../config.ts'
import type { Database } from '../store/database.ts'
import {
  authAccounts,
  authRateLimits,
  authSessions,
  authTwoFactors,
  authUsers,
  authVerifications,
} from '../store/schema/index.ts'
import { admit } from './admission.ts'
import { openInvitation } from './invitations.ts'
import { noteOutcome } from './outcome.ts'
import { PASSWORD_LENGTH } from './password-rules.ts'
import { SINGLE_SIGN_ON, singleSignOnPlugin } from './single-sign-on.ts'
import { startSessionPlugin } from './start-session-plugin.ts'

interface Sources {
  config: Pick<Config, 'publicUrl' | 'host' | 'port' | 'signIn'>
  database: Database
  secret: string
  log: Logger
  now: () => Date
}

/** A password alone: the second factor is still to come. */
const FIRST_STEP = '/sign-in/email'

/** The sign-in: sessions in the database, nothing about them in cookies but a signed token. */
export function createAuth({ config, database, secret, log, now }: Sources) {
  const { singleSignOn, localAccounts, sessionHours } = config.signIn
  const baseURL = config.publicUrl ?? `http://${config.host}:${config.port}`
  const isSecure = baseURL.startsWith('https:')
  return betterAuth({
    appName: 'Workplan',
    baseURL,
    basePath: '/api/auth',
    secret,
    database: drizzleAdapter(database, {
      provider: 'pg',
      transaction: true,
      schema: {
        user: authUsers,
        session: authSessions,
        account: authAccounts,
        verification: authVerifications,
        rateLimit: authRateLimits,
        twoFactor: authTwoFactors,
      },
    }),
    trustedOrigins: (request) => (request ? [new URL(request.url).origin] : []),
    emailAndPassword: {
      enabled: localAccounts,
      disableSignUp: true,
      minPasswordLength: PASSWORD_LENGTH.min,
      maxPasswordLength: PASSWORD_LENGTH.max,
    },
    // A session ends so long after it began; a revoked one is dead with the next request.
    session: {
      expiresIn: sessionHours * 60 * 60,
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
    },
    // Passwords are limited by account, not by address. Behind a proxy all people may have one address.
    rateLimit: {
      enabled: true,
      storage: 'database',
      customRules: { '/callback/*': { window: 10, max: 1000 } },
    },
    account: {
      encryptOAuthTokens: true,
      updateAccountOnSignIn: false,
      accountLinking: { enabled: false },
    },
    databaseHooks: {
      session: {
        create: {
          async before({ userId }, context) {
            const admission = await admit(database, {
              user: userId,
              tokenHash: await invitationUnderWay(),
              complete: context?.path !== FIRST_STEP,
              at: now(),
            })
            noteOutcome(admission)
            // Where somebody is and with which browser is nobody's business here.
            return admission.fault === null && { data: { ipAddress: null, userAgent: null } }
          },
        },
      },
      account: {
        create: {
          // Nothing is asked of the provider later: its tokens are of no use but to a thief.
          before: () => Promise.resolve({ data: { accessToken: null, refreshToken: null, idToken: null } }),
        },
      },
    },
    telemetry: { enabled: false },
    advanced: {
      // The name that browsers take only from this host, over https; the library itself knows a weaker one.
      useSecureCookies: false,
      cookiePrefix: isSecure ? '__Host-workplan' : 'workplan',
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true, path: '/', secure: isSecure },
    },
    logger: {
      level: 'warn',
      log: (level, message, ...details) => log[level === 'error' ? 'error' : 'warn']({ details }, message),
    },
    plugins: [
      startSessionPlugin(),
      twoFactor({ issuer: 'Workplan', accountLockout: { maxFailedAttempts: 10, durationSeconds: 900 } }),
      ...(singleSignOn
        ? [
            singleSignOnPlugin(singleSignOn, {
              onRefused: (fault) => noteOutcome({ fault }),
              hasPlace: async (account) => {
                if (await isKnownAccount(database, account)) return true
                const tokenHash = await invitationUnderWay()
                return tokenHash !== null && (await openInvitation(database, { tokenHash }, now())) !== null
              },
            }),
          ]
        : []),
    ],
  })
}

export type Auth = ReturnType<typeof createAuth>

/** The hash of the link with which the single sign-on under way was begun. */
async function invitationUnderWay(): Promise<string | null> {
  const invitation: unknown = (await getOAuthState().catch(() => null))?.['invitation']
  return typeof invitation === 'string' ? invitation : null
}

async function isKnownAccount(database: Database, account: string): Promise<boolean> {
  const rows = await database
    .select({ id: authAccounts.id })
    .from(authAccounts)
    .where(and(eq(authAccounts.providerId, SINGLE_SIGN_ON), eq(authAccounts.accountId, account)))
  return rows.length > 0
}
