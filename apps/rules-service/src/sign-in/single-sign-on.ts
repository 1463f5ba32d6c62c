import { genericOAuth } from 'better-auth/plugins/generic-oauth'
import { decodeJwt, decodeProtectedHeader } from 'jose'
import { sha256 } from '../store/canonical-json.ts'
import { accountOf, faultOfIdentity, type IdentityFault } from './check-identity.ts'
import type { SingleSignOnConfig } from './sign-in-config.ts'
import { singleSignOnProfiles } from './single-sign-on-profiles.ts'

/** The name of the provider in the addresses and tables of the sign-in. */
export const SINGLE_SIGN_ON = 'single-sign-on'

export type SingleSignOnFault = IdentityFault | 'no-identity-token' | 'unknown-person'

export interface SingleSignOnGate {
  /** Whether somebody with this account has a place here, or comes with a link to one. */
  hasPlace(account: string): Promise<boolean>
  /** Told why an identity is refused, before the answer is sent. */
  onRefused(fault: SingleSignOnFault): void
}

/**
 * Authorization code with PKCE, state, nonce and a verified ID token. Who it is comes from that token alone: without
 * one the library would be content with what the provider says to an access token, and no nonce would hold.
 */
export function singleSignOnPlugin(config: SingleSignOnConfig, { hasPlace, onRefused }: SingleSignOnGate) {
  const { scopes, prompt, assurance } = singleSignOnProfiles[config.profile]

  function refuse(fault: SingleSignOnFault): null {
    onRefused(fault)
    return null
  }

  return genericOAuth({
    config: [
      {
        providerId: SINGLE_SIGN_ON,
        name: config.name,
        discoveryUrl: `${config.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
        requireIdTokenVerification: true,
        clientId: config.clientId,
        clientSecret: config.clientSecret,
        scopes: [...scopes],
        pkce: true,
        ...(prompt && { prompt }),
        ...(assurance && { authorizationUrlParams: { acr_values: assurance.ask } }),
        async getUserInfo({ idToken }) {
          if (!idToken) return refuse('no-identity-token')
          const claims = decodeJwt(idToken)
          const fault = faultOfIdentity({ header: decodeProtectedHeader(idToken), claims }, config)
          if (fault) return refuse(fault)
          const account = accountOf(config.issuer, claims.sub ?? '')
          if (!(await hasPlace(account))) return refuse('unknown-person')
          return { sub: claims.sub, name: '', emailVerified: false, account }
        },
        accountSubject: ({ profile }) => String(profile['account']),
        mapProfileToUser: ({ account }) => ({ name: '', email: addressOfAccount(String(account)) }),
      },
    ],
  })
}

/** People are never found by an address: theirs here follows from issuer and subject, and reaches nobody. */
export function addressOfAccount(account: string): string {
  return `${sha256(account)}@single-sign-on.invalid`
}
