import { DemonstrationPerson, SessionView } from '@workplan/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { authUsers, people } from '../store/schema/index.ts'
import { lastSecurityEvent } from '../testing/security-events.ts'
import { smallProgramme } from '../testing/small-programme.ts'
import { expectProblem, openServiceOver, openTestService, type TestService } from '../testing/test-service.ts'

let service: TestService

beforeAll(async () => {
  service = await openTestService({
    programmes: [{ state: smallProgramme('alpha') }, { state: smallProgramme('beta') }],
  })
})
afterAll(() => service.close())

async function sessionOf(cookie: string, of = service): Promise<SessionView> {
  return SessionView.parse(await (await of.send('/api/session', { cookie })).json())
}

describe('the demonstration', () => {
  it('lists its people, and each of them can sign in', async () => {
    const { items } = z
      .object({ items: z.array(DemonstrationPerson) })
      .parse(await (await service.send('/api/session/demo')).json())
    expect(items.map(({ id }) => id)).toEqual([
      'person.viewer',
      'person.lead-adult',
      'person.lead-children',
      'person.lead-workforce',
      'person.sro',
      'person.secretary',
      'person.programme-office',
    ])
    for (const { id, role } of items) {
      const session = await sessionOf(await service.signIn(id))
      expect(session.person?.id).toBe(id)
      expect(session.programmes.map((programme) => [programme.id, programme.roles])).toEqual([
        ['alpha', [role]],
        ['beta', [role]],
      ])
    }
  })

  it('says what a person may do', async () => {
    const lead = await sessionOf(await service.signIn('person.lead-children'))
    expect(lead.programmes[0]).toMatchObject({
      may: expect.arrayContaining(['programme.view', 'rules.view', 'task.update', 'acceptance.request']),
      apps: ['governance', 'children'],
      workstreams: ['alpha.ws.children'],
      groups: [],
    })
    expect(lead.programmes[0]?.may).not.toContain('flag.decide')
    expect(lead.programmes[0]?.may).not.toContain('people.manage')
    const office = await sessionOf(await service.signIn('person.programme-office'))
    expect(office.programmes[0]).toMatchObject({
      apps: ['governance', 'adult', 'children', 'workforce'],
      workstreams: ['alpha.ws.adult', 'alpha.ws.children'],
    })
  })

  it('does not know other people', async () => {
    await expectProblem(
      await service.send('/api/session/demo', { json: { person: 'person.nobody' } }),
      'not-found',
    )
  })

  it('does not exist when it is switched off', async () => {
    const real = await openServiceOver(service.opened, { config: { demonstration: false } })
    try {
      await expectProblem(await real.send('/api/session/demo'), 'not-found')
      const json = { person: 'person.sro' }
      await expectProblem(await real.send('/api/session/demo', { json }), 'not-found')
      expect(await sessionOf('', real)).toEqual({ person: null, demonstration: false, programmes: [] })
    } finally {
      await real.context.changes.close()
    }
  })
})

describe('a session', () => {
  it('is a cookie that no script can read and no other site sends', async () => {
    const answer = await service.send('/api/session/demo', { json: { person: 'person.sro' } })
    const [cookie] = answer.headers.getSetCookie()
    expect(cookie).toMatch(/^workplan\.session_token=[^;]+; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/)
  })

  it('is secure behind https', async () => {
    const config = { publicUrl: 'https://workplan.example' }
    const real = await openServiceOver(service.opened, { config })
    try {
      const answer = await real.send('/api/session/demo', { json: { person: 'person.sro' } })
      expect(answer.headers.getSetCookie()[0]).toMatch(
        /^__Host-workplan\.session_token=[^;]+; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
      )
      expect(answer.headers.get('strict-transport-security')).toContain('max-age=31536000')
    } finally {
      await real.context.changes.close()
    }
  })

  it('is dead on the server once signed out', async () => {
    const cookie = await service.signIn('person.sro')
    expect((await service.send('/api/programmes', { cookie })).status).toBe(200)
    const out = await service.send('/api/session', { method: 'DELETE', cookie })
    expect(out.status).toBe(204)
    expect(out.headers.getSetCookie()[0]).toMatch(/^workplan\.session_token=; Max-Age=0/)
    expect((await sessionOf(cookie)).person).toBeNull()
    await expectProblem(await service.send('/api/programmes', { cookie }), 'not-signed-in')
  })

  it('of somebody else stays when one signs out', async () => {
    const [mine, other] = [await service.signIn('person.sro'), await service.signIn('person.sro')]
    await service.send('/api/session', { method: 'DELETE', cookie: mine })
    expect((await sessionOf(other)).person?.id).toBe('person.sro')
  })

  it('cannot be ended from another site', async () => {
    const cookie = await service.signIn('person.sro')
    for (const [name, value] of [
      ['origin', 'https://elsewhere.example'],
      ['origin', 'null'],
      ['sec-fetch-site', 'cross-site'],
      ['sec-fetch-site', 'same-site'],
    ] as const)
      await expectProblem(
        await service.send('/api/session', { method: 'DELETE', cookie, headers: { [name]: value } }),
        'cross-site-request',
      )
    expect((await sessionOf(cookie)).person?.id).toBe('person.sro')
  })

  it('with a forged token is nobody', async () => {
    const cookie = await service.signIn('person.sro')
    expect((await sessionOf(`${cookie.slice(0, -6)}AAAAAA`)).person).toBeNull()
  })
})

describe('better-auth itself', () => {
  it('answers for the session and nothing else', async () => {
    const cookie = await service.signIn('person.sro')
    const session = await service.send('/api/auth/get-session', { cookie })
    expect(await session.json()).toMatchObject({ user: { id: 'person.sro' } })
    const json = { email: 'a@b.example', password: 'long-enough-password', name: 'A' }
    for (const path of ['sign-up/email', 'sign-in/email', 'update-user', 'start-session', 'delete-user'])
      await expectProblem(await service.send(`/api/auth/${path}`, { cookie, json }), 'not-found')
  })
})

describe('a session that is not used', () => {
  it('ends after the idle time, on the server and in the journal', async () => {
    const cookie = await service.signIn('person.viewer')
    const later = await openServiceOver(service.opened, { now: () => new Date(Date.now() + 61 * 60_000) })
    expect((await sessionOf(cookie, later)).person).toBeNull()
    expect((await sessionOf(cookie)).person).toBeNull()
    expect(await lastSecurityEvent(service)).toMatchObject({
      action: 'session.expired',
      person: 'person.viewer',
    })
    await later.context.changes.close()
  })

  it('goes on while it is used', async () => {
    const cookie = await service.signIn('person.viewer')
    for (const minutes of [50, 100]) {
      const later = await openServiceOver(service.opened, {
        now: () => new Date(Date.now() + minutes * 60_000),
      })
      expect((await sessionOf(cookie, later)).person?.id).toBe('person.viewer')
      await later.context.changes.close()
    }
  })
})

describe('somebody who looks at every programme', () => {
  it('reads each of them and changes none', async () => {
    const { database } = service.context
    await database.insert(authUsers).values({
      ...{ id: 'person.national', name: '', email: 'national@demonstration.invalid', emailVerified: false },
      ...{ createdAt: new Date(), updatedAt: new Date() },
    })
    const national = { id: 'person.national', name: 'National viewer', title: 'Looks at every programme' }
    await database.insert(people).values({ ...national, user: national.id, national: true })
    const cookie =
      (await service.context.sessions.start(national.id, new Headers()))?.join('; ').split(';')[0] ?? ''
    const { programmes } = await sessionOf(cookie)
    expect(programmes.map(({ id, may }) => [id, may])).toEqual([
      ['alpha', ['programme.view', 'rules.view']],
      ['beta', ['programme.view', 'rules.view']],
    ])
    expect((await service.send('/api/programmes/beta/tasks', { cookie })).status).toBe(200)
    await expectProblem(await service.send('/api/programmes/beta/journal', { cookie }), 'not-allowed')
    await expectProblem(await service.send('/api/programmes/gamma/tasks', { cookie }), 'not-found')
  })
})

describe('a window that still shows somebody else', () => {
  it('neither reads nor writes in the name of the person who signed in since', async () => {
    const cookie = await service.signIn('person.programme-office')
    const headers = { 'workplan-person': 'person.lead-adult' }
    const before = await service.context.store.readProgramme('alpha')
    const refused = await service.send('/api/programmes/alpha/tasks', { cookie, headers })
    const { detail } = await expectProblem(refused, 'not-signed-in')
    expect(detail).toContain('Somebody else has signed in with this browser')
    await expectProblem(await service.send('/api/programmes', { cookie, headers }), 'not-signed-in')
    const task = '/api/programmes/alpha/tasks/alpha.task.adult'
    await expectProblem(
      await service.send(task, {
        cookie,
        method: 'PATCH',
        headers: { ...headers, 'if-match': '"1"', 'idempotency-key': 'one' },
        json: { progress: 'Mine' },
      }),
      'not-signed-in',
    )
    expect((await service.context.store.readProgramme('alpha')).seq).toBe(before.seq)
    // It can still find out who is signed in.
    expect((await service.send('/api/session', { cookie, headers })).status).toBe(200)
    const own = { cookie, headers: { 'workplan-person': 'person.programme-office' } }
    expect((await service.send('/api/programmes/alpha/tasks', own)).status).toBe(200)
  })
})
