import { z } from 'zod'
import { type ProfileName, singleSignOnProfiles } from './single-sign-on-profiles.ts'

/** A provider of single sign-on by OpenID Connect. */
export interface SingleSignOnConfig {
  profile: ProfileName
  /** What the button says. */
  name: string
  issuer: string
  clientId: string
  clientSecret: string
}

/** How people sign in, and for how long. */
export interface SignInConfig {
  singleSignOn: SingleSignOnConfig | null
  /** True when people may have a password and an authenticator app here. */
  localAccounts: boolean
  /** A session without a request for this long has ended. */
  idleMinutes: number
  /** A session ends this long after it began, whatever happens in it. */
  sessionHours: number
}

/** The environment variables of the sign-in. */
export const signInVariables = {
  WORKPLAN_OIDC_PROFILE: z.enum(['entra', 'cis2', 'generic'], 'must be entra, cis2 or generic').optional(),
  WORKPLAN_OIDC_NAME: z.string().max(80).optional(),
  WORKPLAN_OIDC_ISSUER: z
    .url({ protocol: /^https?$/ })
    .refine(isProtected, 'must start with https://')
    .optional(),
  WORKPLAN_OIDC_CLIENT_ID: z.string().min(1).optional(),
  WORKPLAN_OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  WORKPLAN_LOCAL_ACCOUNTS: z.enum(['0', '1'], 'must be 0 or 1').optional(),
  WORKPLAN_IDLE_MINUTES: z.coerce.number().int().min(5).max(480).default(60),
  WORKPLAN_SESSION_HOURS: z.coerce.number().int().min(1).max(24).default(12),
}

const Settings = z.object(signInVariables)

/** The sign-in of these settings, which `faultOfSignIn` finds nothing wrong with. */
export function signInConfigOf(settings: z.infer<typeof Settings>): SignInConfig {
  const { WORKPLAN_OIDC_ISSUER: issuer, WORKPLAN_OIDC_CLIENT_ID: clientId } = settings
  const clientSecret = settings.WORKPLAN_OIDC_CLIENT_SECRET
  const profile = settings.WORKPLAN_OIDC_PROFILE ?? 'generic'
  const name = settings.WORKPLAN_OIDC_NAME ?? singleSignOnProfiles[profile].name
  return {
    singleSignOn:
      issuer && clientId && clientSecret ? { profile, name, issuer, clientId, clientSecret } : null,
    localAccounts: settings.WORKPLAN_LOCAL_ACCOUNTS === '1',
    idleMinutes: settings.WORKPLAN_IDLE_MINUTES,
    sessionHours: settings.WORKPLAN_SESSION_HOURS,
  }
}

/** What is wrong with the settings of the sign-in and what to do about it; null when they can be used. */
export function faultOfSignIn(settings: z.infer<typeof Settings>, isRequired: boolean): string | null {
  const together = ['WORKPLAN_OIDC_ISSUER', 'WORKPLAN_OIDC_CLIENT_ID', 'WORKPLAN_OIDC_CLIENT_SECRET'] as const
  const missing = together.filter((name) => settings[name] === undefined)
  if (missing.length > 0 && (missing.length < together.length || settings.WORKPLAN_OIDC_PROFILE))
    return `Single sign-on needs ${missing.join(' and ')} as well. The people who run the provider have them.`
  if (isRequired && missing.length > 0 && settings.WORKPLAN_LOCAL_ACCOUNTS !== '1')
    return (
      'Nobody could sign in. Set WORKPLAN_OIDC_ISSUER, WORKPLAN_OIDC_CLIENT_ID and WORKPLAN_OIDC_CLIENT_SECRET for ' +
      'single sign-on, or WORKPLAN_LOCAL_ACCOUNTS=1 for passwords with an authenticator app. docs/operations.md says how.'
    )
  return null
}

function isProtected(issuer: string): boolean {
  const { protocol, hostname } = new URL(issuer)
  return protocol === 'https:' || isLoopback(hostname.replace(/^\[|\]$/g, ''))
}

/** True for a name or address that only this machine itself can reach. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)
}
