import { describe, expect, it } from 'vitest'
import { accountOf, faultOfIdentity } from './check-identity.ts'
import type { SingleSignOnConfig } from './sign-in-config.ts'

const config: SingleSignOnConfig = {
  profile: 'generic',
  name: 'Test',
  issuer: 'https://id.example',
  clientId: 'workplan',
  clientSecret: 'secret',
}
const claims = { iss: 'https://id.example', sub: 'one', aud: 'workplan' }

function fault(changed: object, alg = 'RS256', profile: SingleSignOnConfig['profile'] = 'generic') {
  return faultOfIdentity({ header: { alg }, claims: { ...claims, ...changed } }, { ...config, profile })
}

describe('an identity', () => {
  it.each(['RS256', 'PS512', 'ES384', 'EdDSA'])('signed with %s is taken', (alg) => {
    expect(fault({}, alg)).toBeNull()
  })

  it.each(['none', 'HS256', 'rs256', ''])('signed with “%s” is not', (alg) => {
    expect(fault({}, alg)).toBe('algorithm')
  })

  it('of another issuer is not taken, whatever the provider says of itself', () => {
    expect(fault({ iss: 'https://id.example/' })).toBe('issuer')
    expect(fault({ iss: undefined })).toBe('issuer')
  })

  it('is for us, and asked for by us', () => {
    expect(fault({ aud: ['workplan', 'other'], azp: 'workplan' })).toBeNull()
    expect(fault({ aud: 'other' })).toBe('audience')
    expect(fault({ aud: ['workplan', 'other'] })).toBe('audience')
    expect(fault({ azp: 'other' })).toBe('audience')
  })

  it.each(['', 7, undefined, 'x'.repeat(256)])('needs a subject, and %j is none', (sub) => {
    expect(fault({ sub })).toBe('subject')
  })

  it('of NHS CIS2 is proved at level 2 or 3', () => {
    expect(fault({ acr: 'AAL3_ANY' }, 'RS256', 'cis2')).toBeNull()
    expect(fault({ acr: 'AAL2_TOTP' }, 'RS256', 'cis2')).toBeNull()
    for (const acr of ['AAL1_USERPASS', undefined, 'X_AAL3_'])
      expect(fault({ acr }, 'RS256', 'cis2')).toBe('assurance')
  })

  it('is known by issuer and subject together', () => {
    expect(accountOf('https://a.example', 'one')).not.toBe(accountOf('https://b.example', 'one'))
  })
})
