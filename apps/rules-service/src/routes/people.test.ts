import { InvitedPerson, ManagedPerson, PersonView, SessionView } from '@workplan/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { smallProgramme } from '../testing/small-programme.ts'
import { lastSecurityEvent, securityEvents } from '../testing/security-events.ts'
import {
  addNationalViewer,
  endNationalViewer,
  removeNationalViewer,
} from '../verbs/people/national-viewers.ts'
import {
  expectProblem,
  openTestService,
  type SendOptions,
  type TestService,
} from '../testing/test-service.ts'

const LEAD = 'person.lead-adult'
const asLead = [{ role: 'workstream-lead', app: 'adult' }]

let service: TestService
let office: string
beforeAll(async () => {
  const state = smallProgramme('alpha')
  state.records.task = state.records.task.map((task) => ({ ...task, owner: LEAD }))
  const all = { app: null, workstreams: null, groups: null }
  service = await openTestService({
    programmes: [
      { state },
      { state: smallProgramme('beta'), members: [{ person: 'person.sro', role: 'sro', ...all }] },
    ],
  })
  office = await service.signIn('person.programme-office')
})
afterAll(() => service.close())

function ask(path: string, options: SendOptions = {}): Promise<Response> {
  return service.send(`/api/programmes/alpha/people${path}`, { cookie: office, ...options })
}

async function people(): Promise<Map<string, ManagedPerson>> {
  const { items } = z.object({ items: z.array(ManagedPerson) }).parse(await (await ask('')).json())
  return new Map(items.map((person) => [person.id, person]))
}

async function isSignedIn(cookie: string): Promise<boolean> {
  return SessionView.parse(await (await service.send('/api/session', { cookie })).json()).person !== null
}

/** What is kept for requests that are sent again. */
async function storedAnswers(): Promise<string> {
  const { rows } = await service.opened.pool.query<{ all: string }>(
    'select json_agg(k)::text as all from idempotency_keys k',
  )
  return rows[0]?.all ?? ''
}

const put = (json: unknown) => ({ method: 'PUT', json })

/** A change made from the person as they are. */
async function change(path: string, request: ReturnType<typeof put>): Promise<Response> {
  const found = await ask(path.replace(/\/\w+$/, ''), { method: 'GET' })
  return ask(path, { ...request, headers: { 'if-match': found.headers.get('etag') ?? '"1"' } })
}

describe('the people of a programme', () => {
  it('are listed with their roles and how much they have to do', async () => {
    const found = await people()
    expect(found.size).toBe(7)
    expect(found.get(LEAD)).toMatchObject({
      state: 'active',
      openTasks: 2,
      roles: [{ role: 'workstream-lead' }],
    })
  })

  it('are for the programme office alone', async () => {
    for (const person of ['person.sro', 'person.secretary', LEAD])
      await expectProblem(await ask('', { cookie: await service.signIn(person) }), 'not-allowed')
  })

  it('of another programme do not exist', async () => {
    await expectProblem(await change('/person.nobody/roles', put({ roles: [] })), 'not-found')
  })
})

describe('a change of somebody whom somebody else has changed meanwhile', () => {
  it('is refused with the person as they are, and changes nothing', async () => {
    const seen = (await ask(`/${LEAD}`)).headers.get('etag') ?? ''
    const from = (version: string, roles: object[]) =>
      ask(`/${LEAD}/roles`, { ...put({ roles }), headers: { 'if-match': version } })
    const lead = { role: 'workstream-lead', app: 'adult', workstreams: null, groups: null }
    const viewer = { role: 'viewer', app: null, workstreams: null, groups: null }
    const before = (await people()).get(LEAD)?.roles ?? []
    expect((await from(seen, [lead, viewer])).status).toBe(200)
    const problem = await expectProblem(await from(seen, [viewer]), 'stale-version')
    expect(problem).toMatchObject({
      current: { id: LEAD, roles: [lead, viewer] },
      sent: { roles: [viewer] },
      changed: { by: 'Programme office' },
    })
    expect((await people()).get(LEAD)?.roles).toEqual([lead, viewer])
    const state = { ...put({ on: false }), headers: { 'if-match': seen } }
    await expectProblem(await ask(`/${LEAD}/state`, state), 'stale-version')
    await change(`/${LEAD}/roles`, put({ roles: before }))
    expect((await ask(`/${LEAD}`)).headers.get('etag')).toBe(seen)
  })

  it('is not made without a version', async () => {
    await expectProblem(await ask(`/${LEAD}/roles`, put({ roles: [] })), 'version-required')
  })
})

describe('inviting somebody', () => {
  it('answers a link once, and keeps only its hash', async () => {
    const json = { name: 'A new analyst', title: 'Analyst', roles: [{ role: 'viewer' }] }
    const { id, link } = InvitedPerson.parse(await (await ask('', { json })).json())
    expect((await people()).get(id)).toMatchObject({ state: 'invited', name: 'A new analyst' })
    const again = InvitedPerson.parse(await (await ask(`/${id}/invitation`, { method: 'POST' })).json())
    expect(again.link).not.toBe(link)
    expect(link).toContain('#invitation=')
    const { rows } = await service.opened.pool.query<{ all: string }>(
      'select (select json_agg(i)::text from invitations i) || (select json_agg(j)::text from journal j) as all',
    )
    expect(rows[0]?.all).not.toContain(link?.split('=')[1])
    expect(rows[0]?.all).not.toContain('A new analyst')
    const { items } = z
      .object({ items: z.array(z.object({ action: z.string() })) })
      .parse(await (await service.send('/api/programmes/alpha/journal?limit=3', { cookie: office })).json())
    expect(items.map(({ action }) => action)).toContain('membership.added')
  })

  it('adds one person, however often the same request is sent, and answers a link that works', async () => {
    const invitation = {
      json: { name: 'A nurse', title: 'Nurse', roles: [{ role: 'viewer' }] },
      headers: { 'idempotency-key': 'invite-a-nurse' },
    }
    const before = (await people()).size
    const first = InvitedPerson.parse(await (await ask('', invitation)).json())
    const again = await ask('', invitation)
    expect(again.status).toBe(201)
    const second = InvitedPerson.parse(await again.json())
    expect(second.id).toBe(first.id)
    expect(second.link).toContain('#invitation=')
    expect(second.link).not.toBe(first.link)
    expect((await people()).size).toBe(before + 1)
    expect(await storedAnswers()).not.toContain('#invitation=')
    await expectProblem(
      await ask('', { ...invitation, json: { ...invitation.json, name: 'Another' } }),
      'idempotency-mismatch',
    )
  })

  it('by an identifier of single sign-on is refused where there is none', async () => {
    const json = { name: 'N', title: '', roles: [{ role: 'viewer' }], subject: 'a-subject' }
    const problem = await expectProblem(await ask('', { json }), 'invalid-input')
    expect(problem.errors?.[0]?.path).toBe('subject')
  })

  it('needs a role that there is', async () => {
    for (const roles of [
      [],
      [{ role: 'national-viewer' }],
      [{ role: 'workstream-lead' }],
      [{ role: 'viewer' }, { role: 'viewer' }],
      [{ ...asLead[0], workstreams: ['alpha.ws.children'] }],
      [{ role: 'group-member', groups: ['beta.group.board'] }],
    ])
      await expectProblem(await ask('', { json: { name: 'N', title: '', roles } }), 'invalid-input')
  })
})

describe('those who look at every programme', () => {
  const national = async () => {
    const said = z.object({ national: z.array(PersonView) }).parse(await (await ask('')).json())
    return said.national.map(({ name }) => name)
  }

  it('are made and ended by the people who run the service, and named to the programme office', async () => {
    expect(await national()).toEqual([])
    const { id, invitation } = await addNationalViewer(service.context, { name: 'Onlooker', title: '' })
    expect(invitation).toHaveLength(43)
    expect(await national()).toEqual(['Onlooker'])
    await endNationalViewer(service.context, id)
    expect(await national()).toEqual([])
    expect(await lastSecurityEvent(service)).toMatchObject({ action: 'person.disabled', person: id })
  })

  it('are taken out for good, also after they were ended, and once', async () => {
    const { id } = await addNationalViewer(service.context, { name: 'Passing Onlooker', title: 'Team' })
    await endNationalViewer(service.context, id)
    await removeNationalViewer(service.context, id)
    const { rows } = await service.opened.pool.query('select name, title from people where id = $1', [id])
    expect(rows).toEqual([{ name: 'Removed person', title: '' }])
    expect(await lastSecurityEvent(service)).toMatchObject({ action: 'person.removed', person: id })
    await expect(removeNationalViewer(service.context, id)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('are not ended or removed under the id of somebody else', async () => {
    for (const change of [endNationalViewer, removeNationalViewer])
      await expect(change(service.context, 'person.viewer')).rejects.toMatchObject({ code: 'not-found' })
    expect((await people()).get('person.viewer')?.state).toBe('active')
  })
})

describe('changing what somebody may do', () => {
  it('counts at once, and ends their sessions', async () => {
    const lead = await service.signIn(LEAD)
    expect(await isSignedIn(lead)).toBe(true)
    const answer = await change(`/${LEAD}/roles`, put({ roles: [{ role: 'viewer' }] }))
    expect(await answer.json()).toEqual({ changed: true })
    expect(await isSignedIn(lead)).toBe(false)
    expect(await lastSecurityEvent(service)).toMatchObject({ action: 'roles.changed', person: LEAD })
    const again = await service.signIn(LEAD)
    const session = SessionView.parse(await (await service.send('/api/session', { cookie: again })).json())
    expect(session.programmes[0]?.may).toEqual(['programme.view', 'rules.view'])
  })

  it('to what they may do already changes nothing', async () => {
    const lead = await service.signIn(LEAD)
    const answer = await change(`/${LEAD}/roles`, put({ roles: [{ role: 'viewer' }] }))
    expect(await answer.json()).toEqual({ changed: false })
    expect(await isSignedIn(lead)).toBe(true)
  })

  it('leaves a role to everybody who works nowhere else, so that they can be removed', async () => {
    const problem = await expectProblem(await change(`/${LEAD}/roles`, put({ roles: [] })), 'conflict')
    expect(problem.detail).toContain('the last role')
    expect((await people()).has(LEAD)).toBe(true)
  })

  it('leaves somebody in the programme office', async () => {
    await expectProblem(await change('/person.programme-office/roles', put({ roles: [] })), 'conflict')
  })
})

describe('switching somebody off', () => {
  it('ends every session of theirs, and they cannot begin another until they are on again', async () => {
    const [one, other] = [await service.signIn('person.viewer'), await service.signIn('person.viewer')]
    expect((await change('/person.viewer/state', put({ on: false }))).status).toBe(200)
    expect([await isSignedIn(one), await isSignedIn(other)]).toEqual([false, false])
    const json = { person: 'person.viewer' }
    await expectProblem(await service.send('/api/session/demo', { json }), 'not-found')
    expect((await people()).get('person.viewer')?.state).toBe('disabled')
    await change('/person.viewer/state', put({ on: true }))
    expect(await isSignedIn(await service.signIn('person.viewer'))).toBe(true)
    const actions = (await securityEvents(service)).map(({ action }) => action)
    expect(actions).toContain('person.disabled')
    expect(actions).toContain('person.enabled')
  })

  it('is not for oneself, nor for somebody who works in another programme too', async () => {
    await expectProblem(await change('/person.programme-office/state', put({ on: false })), 'conflict')
    await expectProblem(await change('/person.sro/state', put({ on: false })), 'conflict')
    await expectProblem(await ask('/person.sro/invitation', { method: 'POST' }), 'conflict')
  })
})

describe('handing over', () => {
  it('gives every task that is not done to another person, in the journal', async () => {
    const json = { to: 'person.lead-children' }
    expect(await (await ask(`/${LEAD}/hand-over`, { json })).json()).toEqual({ tasks: 2 })
    const found = await people()
    expect([found.get(LEAD)?.openTasks, found.get('person.lead-children')?.openTasks]).toEqual([0, 2])
  })

  it('is not to oneself, nor to somebody who is not there', async () => {
    await expectProblem(await ask(`/${LEAD}/hand-over`, { json: { to: LEAD } }), 'invalid-input')
    await expectProblem(await ask(`/${LEAD}/hand-over`, { json: { to: 'person.nobody' } }), 'not-found')
  })
})

describe('taking every role away', () => {
  it('is for somebody who works in another programme too', async () => {
    expect(await (await change('/person.sro/roles', put({ roles: [] }))).json()).toEqual({ changed: true })
    expect((await people()).has('person.sro')).toBe(false)
  })
})
