import { InvitedPerson, SessionView } from '@workplan/domain'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkChain } from '../journal/check-chain.ts'
import { REFUSALS } from '../sign-in/attempt-limit.ts'
import { authAccounts, authSessions, authUsers, people } from '../store/schema/index.ts'
import {
  CLIENT,
  type HostileProvider,
  type Misdeed,
  openHostileProvider,
} from '../testing/hostile-provider.ts'
import { addInvitedPerson } from '../testing/invited-person.ts'
import { openRealProvider, type RealProvider } from '../testing/real-provider.ts'
import { lastSecurityEvent, securityEvents } from '../testing/security-events.ts'
import { RETURN_TO, signInBrowser, type SignInBrowser } from '../testing/sign-in-browser.ts'
import { expectProblem, openServiceOver, openTestService, type TestService } from '../testing/test-service.ts'

const PUBLIC_URL = 'http://127.0.0.1:4999'
const CALLBACK = `${PUBLIC_URL}/api/auth/callback/single-sign-on`

let base: TestService
beforeAll(async () => {
  base = await openTestService()
})
afterAll(() => base.close())

function withProvider(issuer: string, now?: () => Date): Promise<TestService> {
  const singleSignOn = { profile: 'generic', name: 'Test', issuer, ...CLIENT } as const
  const signIn = { singleSignOn, localAccounts: false, idleMinutes: 60, sessionHours: 12 }
  const config = { demonstration: false, publicUrl: PUBLIC_URL, signIn }
  return openServiceOver(base.opened, { config, ...(now && { now }) })
}

async function whoIs(service: TestService, browser: SignInBrowser): Promise<string | null> {
  const session = SessionView.parse(
    await (await service.send('/api/session', { cookie: browser.cookie() })).json(),
  )
  return session.person?.id ?? null
}

describe('single sign-on at a provider as others run it', () => {
  let provider: RealProvider
  let service: TestService
  beforeAll(async () => {
    provider = await openRealProvider(CALLBACK)
    service = await withProvider(provider.issuer)
  })
  afterAll(async () => {
    await service.context.changes.close()
    await provider.close()
  })

  async function signInAs(account: string, invitation?: string) {
    const browser = signInBrowser(service)
    const back = new URL(await provider.signIn((await browser.depart(invitation)).href, account))
    const answer = await browser.arrive(Object.fromEntries(back.searchParams))
    return { browser, back, location: answer.headers.get('location') }
  }

  it('asks with PKCE, state and nonce, and nothing it does not need', async () => {
    const url = await signInBrowser(service).depart()
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      scope: 'openid profile email',
      redirect_uri: CALLBACK,
    })
    for (const name of ['state', 'nonce', 'code_challenge'])
      expect(url.searchParams.get(name)?.length).toBeGreaterThanOrEqual(32)
  })

  it('lets in whom the programme office named by subject, without a link, and nobody twice', async () => {
    const cookie = await base.signIn('person.programme-office')
    const json = { name: 'Known', title: '', roles: [{ role: 'viewer' }], subject: 'known-beforehand' }
    const invite = () => service.send('/api/programmes/alpha/people', { cookie, json })
    const invited = InvitedPerson.parse(await (await invite()).json())
    expect(invited.link).toBeNull()
    const { browser } = await signInAs('known-beforehand')
    expect(await whoIs(service, browser)).toBe(invited.id)
    await expectProblem(await invite(), 'invalid-input')
  })

  it('knows nobody who was not invited, and keeps nothing of them', async () => {
    const users = await base.context.database.$count(authUsers)
    const { browser, location } = await signInAs('a-stranger')
    expect(location).toBe(`${RETURN_TO}?error=unable_to_get_user_info`)
    expect(await whoIs(service, browser)).toBeNull()
    expect(await lastSecurityEvent(base)).toMatchObject({
      action: 'sign-in.refused',
      reason: 'unknown-person',
      person: '',
    })
    expect(await base.context.database.$count(authUsers)).toBe(users)
  })

  it('gives an invited person their place, once, and knows them without a link from then on', async () => {
    const invitation = await addInvitedPerson(base.context.database, 'person.invited')
    const first = await signInAs('account-1', invitation)
    expect(first.location).toBe(RETURN_TO)
    expect(await whoIs(service, first.browser)).toBe('person.invited')
    const again = await signInAs('account-1')
    expect(await whoIs(service, again.browser)).toBe('person.invited')
    expect(await lastSecurityEvent(base)).toMatchObject({ action: 'sign-in.done', person: 'person.invited' })
    const other = await signInAs('account-2', invitation)
    expect(await whoIs(service, other.browser)).toBeNull()
  })

  it('keeps no token of the provider, and no address', async () => {
    const [account] = await base.context.database
      .select()
      .from(authAccounts)
      .where(eq(authAccounts.accountId, `${provider.issuer} account-1`))
    expect(account).toMatchObject({ accessToken: null, refreshToken: null, idToken: null })
    const sessions = await base.context.database.select().from(authSessions)
    expect(sessions.every(({ ipAddress, userAgent }) => !ipAddress && !userAgent)).toBe(true)
  })

  it('refuses a code and a state that were used before', async () => {
    const { browser, back } = await signInAs('account-1')
    const replayed = await browser.arrive(Object.fromEntries(back.searchParams))
    expect(replayed.headers.get('location')).toContain('error=state_mismatch')
    expect(await lastSecurityEvent(base)).toMatchObject({
      action: 'sign-in.refused',
      reason: 'state_mismatch',
    })
    const fresh = signInBrowser(service)
    const state = (await fresh.depart()).searchParams.get('state') ?? ''
    const answer = await fresh.arrive({ code: back.searchParams.get('code') ?? '', state })
    expect(answer.headers.get('location')).toBe(`${RETURN_TO}?error=invalid_code`)
    expect(await whoIs(service, fresh)).toBeNull()
    expect(await lastSecurityEvent(base)).toMatchObject({ reason: 'invalid_code' })
  })

  it('refuses the way back to a browser that did not set out', async () => {
    const browser = signInBrowser(service)
    const back = new URL(await provider.signIn((await browser.depart()).href, 'account-1'))
    const other = signInBrowser(service)
    const answer = await other.arrive(Object.fromEntries(back.searchParams))
    expect(answer.headers.get('location')).toContain('error=state_mismatch')
    expect(await whoIs(service, other)).toBeNull()
  })

  it('refuses somebody who is switched off', async () => {
    const { database } = base.context
    const at = new Date()
    await database.update(people).set({ disabledAt: at }).where(eq(people.id, 'person.invited'))
    const { browser } = await signInAs('account-1')
    expect(await whoIs(service, browser)).toBeNull()
    expect(await lastSecurityEvent(base)).toMatchObject({ reason: 'disabled', person: 'person.invited' })
    await database.update(people).set({ disabledAt: null }).where(eq(people.id, 'person.invited'))
  })

  it('sends nobody to an address that is not ours', async () => {
    for (const returnTo of [
      'https://elsewhere.example/',
      '//elsewhere.example',
      '/api/session',
      '/adult/\\x',
    ])
      expect((await service.send('/api/session/single-sign-on', { json: { returnTo } })).status).toBe(400)
  })
})

describe('a provider that lies', () => {
  let provider: HostileProvider
  let service: TestService
  beforeAll(async () => {
    provider = await openHostileProvider()
    service = await withProvider(provider.issuer)
  })
  afterAll(async () => {
    await service.context.changes.close()
    await provider.close()
  })

  async function signInWhen(misdeed: Misdeed, invitation?: string) {
    const browser = signInBrowser(service)
    const url = await browser.depart(invitation)
    provider.does(misdeed, url.searchParams.get('nonce') ?? '')
    const answer = await browser.arrive({ code: 'any', state: url.searchParams.get('state') ?? '' })
    return { browser, location: answer.headers.get('location') }
  }

  it('is believed as long as it does not lie', async () => {
    const invitation = await addInvitedPerson(base.context.database, 'person.believed')
    const { browser } = await signInWhen({}, invitation)
    expect(await whoIs(service, browser)).toBe('person.believed')
  })

  const past = Math.floor(Date.now() / 1000) - 3600
  it.each<[string, Misdeed]>([
    ['no signature (alg: none)', { signature: 'none' }],
    ['a signature by the shared secret', { signature: 'shared-secret' }],
    ['a key nobody published', { signature: 'unknown-key' }],
    ['another issuer', { claims: { iss: 'https://elsewhere.example' } }],
    ['another audience', { claims: { aud: 'somebody-else' } }],
    ['two audiences, asked for by the other', { claims: { aud: [CLIENT.clientId, 'other'], azp: 'other' } }],
    ['another nonce', { claims: { nonce: 'of-another-sign-in' } }],
    ['no nonce', { claims: { nonce: undefined } }],
    ['an hour past its expiry', { claims: { iat: past - 60, exp: past } }],
    ['no expiry', { claims: { exp: undefined } }],
    ['no subject', { claims: { sub: undefined } }],
    ['no ID token at all', { without: 'id_token' }],
    ['a code that it does not know', { refuses: true }],
  ])('is not believed with %s', async (_what, misdeed) => {
    const before = (await securityEvents(base)).length
    const { browser, location } = await signInWhen(misdeed)
    expect(await securityEvents(base)).toHaveLength(before + 1)
    expect(location).toMatch(/error=(unable_to_get_user_info|invalid_code)$/)
    expect(await whoIs(service, browser)).toBeNull()
    expect(await lastSecurityEvent(base)).toMatchObject({ action: 'sign-in.refused', by: 'single-sign-on' })
  })

  it('is another person with the e-mail address of one we know', async () => {
    const other = await openHostileProvider()
    const elsewhere = await withProvider(other.issuer)
    const browser = signInBrowser(elsewhere)
    const url = await browser.depart()
    other.does({}, url.searchParams.get('nonce') ?? '')
    await browser.arrive({ code: 'any', state: url.searchParams.get('state') ?? '' })
    expect(await whoIs(elsewhere, browser)).toBeNull()
    expect(await lastSecurityEvent(base)).toMatchObject({
      action: 'sign-in.refused',
      reason: 'unknown-person',
    })
    await elsewhere.context.changes.close()
    await other.close()
  })
})

/** Refusals that are still journalled, once all others of a window were. */
const FEW = 5

describe('the journal of the sign-in', () => {
  it('is one chain without a gap, which nobody can alter', async () => {
    const rows = await securityEvents(base)
    const last = rows.at(-1)
    expect(rows.length).toBeGreaterThan(15)
    expect(await checkChain(rows, { seq: last?.seq ?? 0, hash: last?.hash ?? '' }, [])).toMatchObject({
      fault: null,
    })
    await expect(base.opened.pool.query("update security_journal set actor = 'nobody'")).rejects.toThrow(
      'append-only',
    )
    await expect(base.context.database.execute('delete from security_journal')).rejects.toThrow()
  })

  it('is not filled from outside: of people nobody knows, so many refusals are in it, and that there are more', async () => {
    // Refusals of the tests before do not count any more.
    const later = () => new Date(Date.now() + 3_600_000)
    const service = await withProvider('https://provider.example', later)
    const outsider = () => service.send('/api/auth/callback/single-sign-on?state=made-up&code=made-up')
    const before = (await securityEvents(base)).length
    for (let tries = 0; tries < REFUSALS - FEW; tries += 1) await service.context.attempts.countRefusal()
    await Promise.all(Array.from({ length: 2 * FEW }, outsider))
    await outsider()
    const reasons = (await securityEvents(base)).slice(before).map(({ after }) => JSON.stringify(after))
    expect(reasons.length).toBe(FEW + 1)
    expect(reasons.filter((reason) => reason.includes('too-many-to-journal')).length).toBe(1)
    await service.context.changes.close()
  })
})
