import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

type Claims = Record<string, unknown>

/** What the provider does about the next code it is asked about. */
export interface Misdeed {
  claims?: Claims
  /** How the token is signed: rightly, not at all, with the client's secret, or with a key nobody published. */
  signature?: 'right' | 'none' | 'shared-secret' | 'unknown-key'
  /** Leaves the ID token out. */
  without?: 'id_token'
  /** Refuses the code, as one that was used before. */
  refuses?: true
}

export interface HostileProvider {
  issuer: string
  /** Sets what comes next; without it the answer is as it should be. */
  does(misdeed: Misdeed, nonce: string): void
  close(): Promise<void>
}

export const CLIENT = { clientId: 'workplan', clientSecret: 'a-secret-of-the-client-for-tests' } as const

/** A provider that signs whatever it is told to, also what no honest provider would. */
export async function openHostileProvider(): Promise<HostileProvider> {
  const known = await generateKeyPair('RS256', { extractable: true })
  const unknown = await generateKeyPair('RS256')
  const key = { ...(await exportJWK(known.publicKey)), kid: 'known', alg: 'RS256', use: 'sig' }
  let next: { misdeed: Misdeed; nonce: string } = { misdeed: {}, nonce: '' }
  let issuer = ''

  async function idToken({ claims, signature = 'right' }: Misdeed, nonce: string): Promise<string> {
    const now = Math.floor(Date.now() / 1000)
    const right = { iss: issuer, sub: 'subject-1', aud: CLIENT.clientId, iat: now, exp: now + 300, nonce }
    const payload: Claims = { ...right, email: 'same@organisation.example', email_verified: true, ...claims }
    if (signature === 'none') return `${part({ alg: 'none' })}.${part(payload)}.`
    const token = new SignJWT(payload)
    if (signature === 'shared-secret')
      return token.setProtectedHeader({ alg: 'HS256' }).sign(new TextEncoder().encode(CLIENT.clientSecret))
    const kid = signature === 'right' ? 'known' : 'unknown'
    return token
      .setProtectedHeader({ alg: 'RS256', kid })
      .sign(signature === 'right' ? known.privateKey : unknown.privateKey)
  }

  async function answer(path: string): Promise<{ status: number; body: unknown }> {
    if (path === '/.well-known/openid-configuration') return { status: 200, body: configuration(issuer) }
    if (path === '/jwks') return { status: 200, body: { keys: [key] } }
    if (path === '/userinfo')
      return { status: 200, body: { sub: 'subject-1', email: 'same@organisation.example' } }
    if (path !== '/token') return { status: 404, body: {} }
    const { misdeed, nonce } = next
    if (misdeed.refuses) return { status: 400, body: { error: 'invalid_grant' } }
    const token = misdeed.without ? {} : { id_token: await idToken(misdeed, nonce) }
    return { status: 200, body: { access_token: 'x', token_type: 'Bearer', expires_in: 60, ...token } }
  }

  const server = createServer((request, response) => {
    void (async () => {
      const { status, body } = await answer(request.url ?? '')
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    })()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    issuer,
    does: (misdeed, nonce) => {
      next = { misdeed, nonce }
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

function configuration(issuer: string) {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    userinfo_endpoint: `${issuer}/userinfo`,
    jwks_uri: `${issuer}/jwks`,
    id_token_signing_alg_values_supported: ['RS256', 'HS256', 'none'],
  }
}

function part(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}
