import { exportJWK, generateKeyPair } from 'jose'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'
import { CLIENT } from './hostile-provider.ts'

export interface RealProvider {
  issuer: string
  /** Goes through the provider's pages as this account; answers the address that the browser is sent back to. */
  signIn(url: string, account: string): Promise<string>
  close(): Promise<void>
}

/** A provider as others run it, which holds to every rule of OpenID Connect. */
export async function openRealProvider(redirectUri: string): Promise<RealProvider> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.clientId,
        client_secret: CLIENT.clientSecret,
        redirect_uris: [redirectUri],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    jwks: { keys: [{ ...(await exportJWK(privateKey)), kid: 'one', use: 'sig', alg: 'RS256' }] },
    cookies: { keys: ['for-tests-only'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
    pkce: { required: () => true },
    claims: { openid: ['sub'], profile: [], email: [] },
    ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 60, IdToken: 60, Interaction: 60, Session: 60 },
  })
  let account = ''
  const answer = provider.callback()
  server.on('request', (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return void answer(request, response)
    void consent(provider, account, request, response)
  })
  return {
    issuer,
    async signIn(url, as) {
      account = as
      return followWithin(issuer, url)
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

type Request = Parameters<Provider['interactionDetails']>[0]
type Response = Parameters<Provider['interactionDetails']>[1]

async function consent(provider: Provider, account: string, request: Request, response: Response) {
  const { params } = await provider.interactionDetails(request, response)
  const grant = new provider.Grant({ accountId: account, clientId: String(params['client_id']) })
  grant.addOIDCScope(String(params['scope']))
  const grantId = await grant.save()
  await provider.interactionFinished(request, response, {
    login: { accountId: account },
    consent: { grantId },
  })
}

/** A browser's way through the provider, up to the address of somebody else that it is sent to. */
async function followWithin(issuer: string, start: string): Promise<string> {
  const cookies = new Map<string, string>()
  let url = start
  while (url.startsWith(issuer)) {
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    })
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s)
      cookies.set(name, value)
    }
    const location = answer.headers.get('location')
    if (!location) throw new Error(`The provider answered ${answer.status}: ${await answer.text()}`)
    url = new URL(location, url).href
  }
  return url
}
