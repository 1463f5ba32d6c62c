import { Problem, SessionView } from '@workplan/domain'
import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { ATTEMPTS } from '../sign-in/attempt-limit.ts'
import {
  authAccounts,
  authSessions,
  authTwoFactors,
  authVerifications,
  signInAttempts,
} from '../store/schema/index.ts'
import { addInvitedPerson } from '../testing/invited-person.ts'
import { lastSecurityEvent, securityEvents } from '../testing/security-events.ts'
import { signInBrowser } from '../testing/sign-in-browser.ts'
import { expectProblem, openServiceOver, openTestService, type TestService } from '../testing/test-service.ts'

const Begun = z.object({ totpUri: z.string(), secret: z.string(), recoveryCodes: z.array(z.string()) })
const address = 'Lead@organisation.example'
const password = 'four plain words in a row'

let base: TestService
let service: TestService
beforeAll(async () => {
  base = await openTestService()
  service = await openServiceOver(base.opened, {
    config: {
      demonstration: false,
      publicUrl: 'https://workplan.example',
      signIn: { singleSignOn: null, localAccounts: true, idleMinutes: 60, sessionHours: 12 },
    },
  })
})
afterAll(async () => {
  await service.context.changes.close()
  await base.close()
})

/** The code an authenticator app shows for a secret in base 32 (RFC 6238); `ahead` of now by so many half minutes. */
function codeOf(secret: string, ahead = 0): string {
  const bits = [...secret].map((letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  )
  const bytes = (bits.join('').match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + ahead))
  const digest = createHmac('sha1', Buffer.from(bytes)).update(counter).digest()
  const offset = (digest.at(-1) ?? 0) & 15
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

async function begin(invitation: string, parts: object = {}) {
  const json = { invitation, address, password, ...parts }
  return service.send('/api/session/account', { json })
}

async function giveCode(code: string, given = password) {
  const browser = signInBrowser(service)
  browser.keep(await service.send('/api/session/password', { json: { address, password: given } }))
  const answer = await service.send('/api/session/code', { json: { code }, cookie: browser.cookie() })
  browser.keep(answer)
  return { answer, browser }
}

describe('a local account', () => {
  let account: z.infer<typeof Begun>
  let invitation: string
  beforeAll(async () => {
    invitation = await addInvitedPerson(base.context.database, 'person.local')
    account = Begun.parse(await (await begin(invitation)).json())
  })

  it('is begun with a link that works, and a password that is hard to guess', async () => {
    await expectProblem(await begin('x'.repeat(43)), 'conflict')
    for (const weak of [
      'short',
      'aaaaaaaaaaaaaaaaaaaa',
      'my workplan of today',
      'lead of a workstream',
      'letmeinletmeinletmein',
    ])
      expect(
        Problem.parse(await (await begin(invitation, { password: weak })).json()).errors?.[0]?.path,
      ).toBe('password')
  })

  it('is told an authenticator app by address and by secret, with ten ways out', () => {
    expect(account.totpUri).toContain(`secret=${account.secret}`)
    expect(new Set(account.recoveryCodes).size).toBe(10)
  })

  it('has no session by the password alone', async () => {
    const browser = signInBrowser(service)
    const answer = await service.send('/api/session/password', { json: { address, password } })
    browser.keep(answer)
    expect(await answer.json()).toEqual({ next: 'code' })
    const session = await service.send('/api/session', { cookie: browser.cookie() })
    expect(SessionView.parse(await session.json()).person).toBeNull()
  })

  it('refuses a wrong code, and signs in with the right one', async () => {
    const wrong = codeOf(account.secret) === '000000' ? '000001' : '000000'
    await expectProblem((await giveCode(wrong)).answer, 'sign-in-refused')
    expect(await lastSecurityEvent(base)).toMatchObject({ action: 'sign-in.refused', reason: 'wrong-code' })
    const { answer, browser } = await giveCode(codeOf(account.secret))
    expect(SessionView.parse(await answer.json()).person?.id).toBe('person.local')
    expect(await lastSecurityEvent(base)).toMatchObject({ action: 'sign-in.done', person: 'person.local' })
    expect(browser.cookie()).toContain('__Host-workplan.session_token=')
    const cookies = answer.headers
      .getSetCookie()
      .filter((line) => line.includes('session_token=') && !line.includes('=;'))
    for (const line of cookies) {
      for (const part of ['Secure', 'HttpOnly', 'SameSite=Lax', 'Path=/']) expect(line).toContain(part)
      expect(line).not.toContain('Domain')
    }
  })

  it('takes each code of the app once, however quickly it comes again', async () => {
    const code = codeOf(account.secret, 1)
    const [one, other] = await Promise.all([giveCode(code), giveCode(code)])
    expect([one.answer.status, other.answer.status].toSorted()).toEqual([200, 401])
    const again = await giveCode(code)
    const problem = await expectProblem(again.answer, 'sign-in-refused')
    expect(problem.detail).toContain('used already')
    const session = await service.send('/api/session', { cookie: again.browser.cookie() })
    expect(SessionView.parse(await session.json()).person).toBeNull()
    expect(await lastSecurityEvent(base)).toMatchObject({ action: 'sign-in.refused', reason: 'used-code' })
    expect(await service.context.database.$count(authSessions)).toBe(2)
  })

  it('is completed once: the link is of no use afterwards', async () => {
    await expectProblem(await begin(invitation, { password: 'another plain row of words' }), 'conflict')
  })

  it('takes each recovery code once', async () => {
    const [code = ''] = account.recoveryCodes
    expect((await giveCode(code)).answer.status).toBe(200)
    await expectProblem((await giveCode(code)).answer, 'sign-in-refused')
  })

  it('is not taken over by somebody who is invited and gives its address', async () => {
    const other = await addInvitedPerson(base.context.database, 'person.other')
    await expectProblem(await begin(other), 'conflict')
  })

  it('keeps its secrets where a reader of the database cannot use them', async () => {
    const [row] = await base.context.database.select().from(authTwoFactors)
    const [stored] = await base.context.database.select().from(authAccounts)
    expect(JSON.stringify(row)).not.toContain(account.recoveryCodes[1] ?? '-')
    expect(stored?.password).not.toContain(password)
  })

  it('verifies ten wrong passwords at most, from however many addresses and at two instances', async () => {
    await base.context.database.delete(signInAttempts)
    const second = await openServiceOver(base.opened, { config: service.context.config })
    let verified = 0
    for (const { context } of [service, second]) {
      const { password: hashing } = await context.auth.$context
      const verify = hashing.verify
      hashing.verify = (data) => {
        verified += 1
        return verify(data)
      }
    }
    const tryOnce = (index: number) =>
      (index % 2 ? service : second).send('/api/session/password', {
        json: { address: index % 3 ? address : address.toUpperCase(), password: `a wrong password ${index}` },
        headers: { 'x-forwarded-for': `203.0.${index >> 8}.${index & 255}` },
      })
    const answers: number[] = []
    for (let start = 0; start < 1000; start += 20) {
      const together = await Promise.all(Array.from({ length: 20 }, (_, index) => tryOnce(start + index)))
      answers.push(...together.map(({ status }) => status))
    }
    const statuses = Map.groupBy(answers, (status) => status)
    expect(verified).toBe(ATTEMPTS)
    expect([statuses.get(401)?.length, statuses.get(429)?.length]).toEqual([ATTEMPTS, 1000 - ATTEMPTS])
    const right = await service.send('/api/session/password', { json: { address, password } })
    await expectProblem(right, 'too-many-attempts')
    const reasons = (await securityEvents(base)).map(
      ({ after }) => (after as { reason?: string } | null)?.reason,
    )
    expect(reasons.filter((reason) => reason === 'too-many-attempts')).toHaveLength(1)
    await second.context.changes.close()
  }, 120_000)

  it('may try again after a quarter of an hour', async () => {
    await base.context.database.update(signInAttempts).set({ until: new Date(0) })
    await base.context.database.delete(authVerifications)
    expect((await giveCode(codeOf(account.secret))).answer.status).toBe(200)
    expect(await base.context.database.select().from(signInAttempts)).toEqual([])
  })
})
