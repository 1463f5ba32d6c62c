import { betterAuth } from 'better-auth/minimal'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import type { Logger } from 'pino'
import type { Config } from '../config.ts'
import type { Database } from '../store/database.ts'
import {
  authAccounts,
  authRateLimits,
  authSessions,
  authUsers,
  authVerifications,
} from '../store/schema/index.ts'
import { startSessionPlugin } from './start-session-plugin.ts'

const SESSION_SECONDS = 12 * 60 * 60

interface Sources {
  config: Pick<Config, 'publicUrl' | 'host' | 'port'>
  database: Database
  secret: string
  log: Logger
}

/** The sign-in: sessions in the database, nothing about them in cookies but a signed token. */
export function createAuth({ config, database, secret, log }: Sources) {
  return betterAuth({
    appName: 'Workplan',
    baseURL: config.publicUrl ?? `http://${config.host}:${config.port}`,
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
      },
    }),
    trustedOrigins: (request) => (request ? [new URL(request.url).origin] : []),
    emailAndPassword: { enabled: false },
    // A session ends twelve hours after it began; a revoked one is dead with the next request.
    session: { expiresIn: SESSION_SECONDS, disableSessionRefresh: true, cookieCache: { enabled: false } },
    rateLimit: { enabled: true, storage: 'database' },
    account: { encryptOAuthTokens: true },
    telemetry: { enabled: false },
    advanced: { cookiePrefix: 'workplan', defaultCookieAttributes: { sameSite: 'lax', httpOnly: true } },
    logger: {
      level: 'warn',
      log: (level, message, ...details) => log[level === 'error' ? 'error' : 'warn']({ details }, message),
    },
    plugins: [startSessionPlugin()],
  })
}

export type Auth = ReturnType<typeof createAuth>
