import {
  GroupView,
  InvitedPerson,
  JournalEntry,
  PersonExport,
  Report,
  RetentionClass,
} from '@workplan/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { DOCUMENT_FORM } from '../documents/content/marker.ts'
import { checkChain } from '../journal/check-chain.ts'
import { journalRows } from '../journal/journal-rows.ts'
import { inProgramme } from '../store/isolation.ts'
import { boardOf } from '../testing/board.ts'
import { lastSecurityEvent, securityEvents } from '../testing/security-events.ts'
import { smallProgramme } from '../testing/small-programme.ts'
import {
  expectProblem,
  openTestService,
  type SendOptions,
  type TestService,
} from '../testing/test-service.ts'

let service: TestService
let office: string
beforeAll(async () => {
  const state = smallProgramme('alpha')
  state.records.group = [boardOf('alpha.group.board')]
  service = await openTestService({ programmes: [{ state }] })
  office = await service.signIn('person.programme-office')
})
afterAll(() => service.close())

function ask(path: string, options: SendOptions = {}): Promise<Response> {
  return service.send(`/api/programmes/alpha/people${path}`, { method: 'POST', cookie: office, ...options })
}

/** Removes somebody as they are now. */
async function remove(id: string, headers: Record<string, string> = {}): Promise<Response> {
  return ask(`/${id}/removal`, { headers: { 'if-match': await versionOf(id), ...headers } })
}

async function versionOf(id: string): Promise<string> {
  return (await ask(`/${id}`, { method: 'GET' })).headers.get('etag') ?? '"1"'
}

async function addPerson(name: string): Promise<string> {
  const json = { name, title: 'Analyst', roles: [{ role: 'viewer' }] }
  return InvitedPerson.parse(await (await ask('', { json })).json()).id
}

describe('what is held about people', () => {
  it('is said to everybody who is signed in, and to nobody else', async () => {
    const cookie = await service.signIn('person.viewer')
    const { items } = z
      .object({ items: z.array(RetentionClass) })
      .parse(await (await service.send('/api/privacy', { cookie })).json())
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length)
    const onRemoval = new Map(items.map((entry) => [entry.id, entry.onRemoval]))
    expect(onRemoval.get('identity')).toBe('Taken out at once')
    for (const stays of ['journal', 'words', 'backups']) expect(onRemoval.get(stays)).toContain('Stays')
    await expectProblem(await service.send('/api/privacy'), 'not-signed-in')
  })

  it('include what they wrote and what they keep for themselves', async () => {
    const cookie = await service.signIn('person.lead-adult')
    const send = (path: string, method: string, json: object) =>
      service.send(`/api/programmes/alpha/${path}`, { cookie, method, json })
    const about = { kind: 'task', id: 'alpha.task.adult' }
    await send('comments', 'POST', { about, text: 'Mine' })
    await send('notifications/read', 'PUT', { seq: 1 })
    const emails = '/api/programmes/alpha/notifications/settings'
    const version = (await service.send(emails, { cookie })).headers.get('etag') ?? ''
    await service.send(emails, {
      ...{ cookie, method: 'PUT', headers: { 'if-match': version } },
      json: { frequency: 'daily', weekday: 2, address: null },
    })
    const data = PersonExport.parse(await (await ask('/person.lead-adult/export')).json())
    expect(data).toMatchObject({
      comments: [{ about, text: 'Mine' }],
      read: [{ what: 'alerts', upTo: 1 }],
      emails: { frequency: 'daily', weekday: 2, address: null },
    })
  })

  it('say where people wrote their name, and only whole names', async () => {
    const id = await addPerson('Quill A\\B Öttinger')
    const cookie = await service.signIn('person.lead-adult')
    const about = { kind: 'task', id: 'alpha.task.adult' }
    for (const text of ['Ask quill a\\b öttinger', 'Ask Öttinger'])
      await service.send('/api/programmes/alpha/comments', { cookie, json: { about, text } })
    const { named } = PersonExport.parse(await (await ask(`/${id}/export`)).json())
    expect(named).toEqual([
      { kind: 'comment', id: expect.any(String), first: expect.any(Number), entries: 1 },
    ])
  })

  it('can be taken out for them, and that is journalled', async () => {
    await service.signIn('person.viewer')
    const data = PersonExport.parse(await (await ask('/person.viewer/export')).json())
    expect(data).toMatchObject({ person: { name: 'Viewer' }, roles: [{ role: 'viewer' }] })
    expect(data.security.map(({ action }) => action)).toContain('sign-in.done')
    expect(await lastSecurityEvent(service)).toMatchObject({
      action: 'person.exported',
      person: 'person.viewer',
    })
  })
})

describe('one’s own data', () => {
  it('can be taken out by everybody, and only those, and that is journalled', async () => {
    const cookie = await service.signIn('person.lead-adult')
    const mine = await service.send('/api/programmes/alpha/my-data', { method: 'POST', cookie })
    expect(PersonExport.parse(await mine.json())).toMatchObject({
      person: { id: 'person.lead-adult' },
      roles: [{ role: 'workstream-lead', app: 'adult' }],
    })
    expect(await lastSecurityEvent(service)).toMatchObject({
      action: 'person.exported',
      person: 'person.lead-adult',
    })
  })
})

/** Lets an SRO be answered, under an idempotency key, with the name of who asked for an acceptance. */
async function letSomebodyElseBeToldOf(asking: string): Promise<void> {
  const flag = '/api/programmes/alpha/flags/late-task~alpha.task.adult'
  const json = { until: '2023-06-30', rationale: 'It is small' }
  await service.send(`${flag}/acceptance-requests`, { cookie: asking, json })
  const cookie = await service.signIn('person.sro')
  const version = (await service.send(flag, { cookie })).headers.get('etag') ?? ''
  const decided = await service.send(`${flag}/decisions`, {
    ...{ cookie, json: { kind: 'ask', question: 'Why?' } },
    headers: { 'if-match': version, 'idempotency-key': 'once' },
  })
  expect(await decided.text()).toContain('Governance group secretary')
}

describe('removing somebody', () => {
  it('takes their name from the journal and from reports, and calls them what all are called', async () => {
    const secretary = await service.signIn('person.secretary')
    const json = { group: 'alpha.group.board', period: { from: '2023-02-01', to: '2023-02-28' } }
    const send = (path: string, options: SendOptions = {}) =>
      service.send(`/api/programmes/alpha/${path}`, { cookie: secretary, ...options })
    const { id } = Report.parse(await (await send('reports', { json })).json())
    // As an earlier version wrote it.
    await service.opened.pool.query('update reports set drafted_by = $1', ['Governance group secretary'])
    const issue = { method: 'POST', headers: { 'if-match': '"1"' } }
    expect(Report.parse(await (await send(`reports/${id}/issue`, issue)).json()).issuedBy).toBe(
      'Governance group secretary',
    )
    await letSomebodyElseBeToldOf(secretary)
    expect((await remove('person.secretary')).status).toBe(200)
    const { rows: kept } = await service.opened.pool.query<{ answer: string }>(
      'select * from idempotency_keys',
    )
    expect(kept.filter(({ answer }) => answer.includes('Governance group secretary'))).toEqual([])

    const asOffice = async (path: string) => {
      const answer = await service.send(`/api/programmes/alpha/${path}`, { cookie: office })
      return (await answer.text()).replaceAll('\\"', '"')
    }
    const report = await asOffice(`reports/${id}`)
    expect(Report.parse(JSON.parse(report))).toMatchObject({
      draftedBy: 'Removed person',
      issuedBy: 'Removed person',
    })
    const list = await asOffice('reports')
    const file = await asOffice(`reports/${id}/document?format=json`)
    const { items } = z.object({ items: z.array(JournalEntry) }).parse(JSON.parse(await asOffice('journal')))
    expect(items.find(({ action }) => action === 'report.issued')?.by).toBe('Removed person')
    expect(items.find(({ action }) => action === 'person.removed')?.record.title).toBe('Removed person')
    for (const text of [report, list, file, JSON.stringify(items.map(({ by }) => by))])
      expect(text).not.toMatch(/Governance group secretary|person\.secretary/)
    const verified = await asOffice(`reports/${id}/verify`)
    expect(JSON.parse(verified)).toMatchObject({ matches: true })
    const otherFile = `reports/${id}/verify-file?format=docx&form=${DOCUMENT_FORM}&sha256=${'0'.repeat(64)}`
    expect(JSON.parse(await asOffice(otherFile))).toMatchObject({
      outcome: 'not-comparable',
      because: 'writer-removed',
    })
  })

  it('takes them out of what they chaired and wrote, in the journal, and says so where a rule asks for it', async () => {
    const id = await addPerson('Chair of the board')
    const groups = '/api/programmes/alpha/groups/alpha.group.board'
    const read = async () => GroupView.parse(await (await service.send(groups, { cookie: office })).json())
    const json = { chair: id, reason: 'Elected' }
    const headers = { 'if-match': `"${(await read()).version}"` }
    expect((await service.send(groups, { method: 'PATCH', cookie: office, json, headers })).status).toBe(200)
    expect((await read()).chair?.name).toBe('Chair of the board')
    expect((await remove(id)).status).toBe(200)
    expect((await read()).chair).toBeNull()
    const answer = await service.send('/api/programmes/alpha/journal?kind=group&limit=1', { cookie: office })
    const { items } = z.object({ items: z.array(JournalEntry) }).parse(await answer.json())
    expect(items[0]).toMatchObject({ action: 'group.updated', why: 'The person left the programme' })
  })

  it('leaves nothing of their name in the database, and every chain whole', async () => {
    const id = await addPerson('Somebody Unmistakable')
    expect((await remove(id)).status).toBe(200)
    const { rows: tables } = await service.opened.pool.query<{ name: string }>(
      "select tablename as name from pg_tables where schemaname = 'public'",
    )
    for (const { name } of tables) {
      const { rows } = await service.opened.pool.query(
        `select 1 from "${name}" t where t::text like '%Unmistakable%'`,
      )
      expect({ name, rows }).toEqual({ name, rows: [] })
    }
    const { database } = service.context
    const chain = await inProgramme(database, 'alpha', async (db) => {
      const rows = []
      for await (const row of journalRows(db, 'alpha')) rows.push(row)
      return rows
    })
    for (const rows of [chain, await securityEvents(service)]) {
      const last = rows.at(-1)
      expect(await checkChain(rows, { seq: last?.seq ?? 0, hash: last?.hash ?? '' }, [])).toMatchObject({
        fault: null,
      })
    }
    await expectProblem(await remove(id), 'not-found')
  })

  it('waits while the data are held', async () => {
    const id = await addPerson('Somebody asked about')
    const hold = async (because: string | null) => {
      const headers = { 'if-match': await versionOf(id) }
      return ask(`/${id}/hold`, { method: 'PUT', json: { because }, headers })
    }
    expect(await (await hold('FOI request 12')).json()).toEqual({ changed: true })
    const problem = await expectProblem(await remove(id), 'conflict')
    expect(problem.detail).toContain('FOI request 12')
    await hold(null)
    const rows = await service.context.store.readJournal('alpha', {
      kind: 'person',
      id,
      order: 'newest-first',
      limit: 2,
    })
    expect(rows).toMatchObject([
      { action: 'person.released', before: { heldBecause: 'FOI request 12' }, after: { heldBecause: null } },
      { action: 'person.held', before: { heldBecause: null }, after: { heldBecause: 'FOI request 12' } },
    ])
    expect((await remove(id)).status).toBe(200)
  })

  it('needs the version that was looked at, and is refused when somebody changed the person meanwhile', async () => {
    const id = await addPerson('Somebody with two offices')
    await expectProblem(await ask(`/${id}/removal`), 'version-required')
    const seen = await versionOf(id)
    const headers = { 'if-match': seen }
    const roles = [{ role: 'group-secretary', app: null, workstreams: null, groups: null }]
    expect((await ask(`/${id}/roles`, { method: 'PUT', json: { roles }, headers })).status).toBe(200)
    const problem = await expectProblem(await remove(id, headers), 'stale-version')
    expect(problem).toMatchObject({ current: { id, roles: [{ role: 'group-secretary' }] } })
    expect((await remove(id)).status).toBe(200)
  })

  it('is done once, and a request sent again after a lost answer is answered as the first', async () => {
    const id = await addPerson('Somebody removed over a bad line')
    const headers = { 'if-match': await versionOf(id), 'idempotency-key': 'removal-over-a-bad-line' }
    for (const attempt of [1, 2]) {
      const answer = await ask(`/${id}/removal`, { headers })
      expect({ attempt, answer: await answer.json() }).toEqual({ attempt, answer: { changed: true } })
    }
  })

  it('is not for oneself', async () => {
    await expectProblem(await remove('person.programme-office'), 'conflict')
  })
})
