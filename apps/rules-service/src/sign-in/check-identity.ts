import type { SingleSignOnConfig } from './sign-in-config.ts'
import { singleSignOnProfiles } from './single-sign-on-profiles.ts'

/** Why an identity is not taken, although its token is signed, fresh and for us. */
export type IdentityFault = 'algorithm' | 'issuer' | 'audience' | 'subject' | 'assurance'

interface Token {
  header: { alg?: unknown }
  claims: { iss?: unknown; sub?: unknown; aud?: unknown; azp?: unknown; acr?: unknown }
}

/** Signatures that only the holder of a private key can make: neither none at all, nor one by a shared secret. */
const ALGORITHMS: ReadonlySet<unknown> = new Set(
  ['RS', 'PS', 'ES']
    .flatMap((kind) => ['256', '384', '512'].map((size) => kind + size))
    .concat('EdDSA', 'Ed25519'),
)

/**
 * What is left to check of an ID token whose signature, expiry and nonce the library has verified; null when all is
 * well. OpenID Connect Core 1.0, section 3.1.3.7. The library takes issuer and algorithms from the provider's own
 * document; these are held against our configuration.
 */
export function faultOfIdentity({ header, claims }: Token, config: SingleSignOnConfig): IdentityFault | null {
  const { assurance } = singleSignOnProfiles[config.profile]
  const audiences = [claims.aud].flat()
  if (!ALGORITHMS.has(header.alg)) return 'algorithm'
  if (claims.iss !== config.issuer) return 'issuer'
  if (!audiences.includes(config.clientId)) return 'audience'
  if ((audiences.length > 1 || claims.azp !== undefined) && claims.azp !== config.clientId) return 'audience'
  if (typeof claims.sub !== 'string' || claims.sub === '' || claims.sub.length > 255) return 'subject'
  if (assurance && !(typeof claims.acr === 'string' && assurance.accept.test(claims.acr))) return 'assurance'
  return null
}

/** What a person of single sign-on is known by: issuer and subject, which no address of theirs can stand in for. */
export function accountOf(issuer: string, subject: string): string {
  return `${issuer} ${subject}`
}
