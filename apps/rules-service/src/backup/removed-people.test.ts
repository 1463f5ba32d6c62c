import { sql } from 'drizzle-orm'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type EmptyDatabase, openEmptyDatabase } from '../testing/empty-database.ts'
import { smallProgramme } from '../testing/small-programme.ts'
import { openTestService, type TestService } from '../testing/test-service.ts'
import { makeBackup } from './make-backup.ts'
import { restoreBackup } from './restore-backup.ts'

const now = () => new Date()
const quiet = () => undefined
let folder: string
let service: TestService
let target: EmptyDatabase
const archive = (name: string) => join(folder, name)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'workplan-removed-'))
  target = await openEmptyDatabase()
  service = await openTestService({
    programmes: [{ state: smallProgramme('alpha') }, { state: smallProgramme('beta') }],
  })
  for (const [name, programme] of [
    ['all.tar', null],
    ['beta.tar', 'beta'],
  ] as const)
    await makeBackup(
      service.opened.database,
      { scope: { programme }, to: archive(name), headsFolder: null, now },
      quiet,
    )
})
afterAll(async () => {
  await service.close()
  await target.close()
  await rm(folder, { recursive: true })
})

function restore(name: string, { replace = false, removed = [] as string[] } = {}) {
  return restoreBackup(target.connection, { from: archive(name), replace, removed, now }, quiet)
}

async function everyName(): Promise<string> {
  const { rows } = await target.database.execute<{ all: string }>(sql`
    select concat((select json_agg(p) from people p), (select json_agg(u) from auth_users u)) as all`)
  return rows[0]?.all ?? ''
}

it('takes those out again who are named as removed, and nobody else', async () => {
  const restored = await restore('all.tar', { removed: ['person.viewer', 'person.nobody'] })
  expect(restored.removedAgain).toBe(1)
  expect(restored.notInBackup).toEqual(['person.nobody'])
  const { rows } = await target.database.execute(
    sql`select name, title, user_id, removed_at is null as kept from people
      where id in ('person.viewer', 'person.sro') order by id`,
  )
  expect(rows).toEqual([
    {
      name: 'Senior responsible owner',
      title: expect.any(String),
      user_id: expect.any(String),
      kept: true,
    },
    { name: 'Removed person', title: '', user_id: null, kept: false },
  ])
  expect(restored.verified.every(({ fault }) => fault === null)).toBe(true)
})

it('takes those out again whom the replaced data know as removed', async () => {
  expect((await restore('all.tar', { replace: true })).removedAgain).toBe(1)
  expect(await everyName()).not.toContain('Viewer')
})

it('adds a programme to a database that knows a member as removed, and brings nobody back', async () => {
  const other = await openTestService({ programmes: [{ state: smallProgramme('gamma') }] })
  const cookie = await other.signIn('person.programme-office')
  const viewer = '/api/programmes/gamma/people/person.viewer'
  const headers = { 'if-match': (await other.send(viewer, { cookie })).headers.get('etag') ?? '' }
  expect((await other.send(`${viewer}/removal`, { method: 'POST', cookie, headers })).status).toBe(200)
  const from = archive('beta.tar')
  const restored = await restoreBackup(other.opened.connection, { from, replace: false, now }, quiet)
  expect(restored.removedAgain).toBe(1)
  const { rows } = await other.opened.pool.query(`select name from people where id = 'person.viewer'`)
  expect(rows).toEqual([{ name: 'Removed person' }])
  expect(await other.context.store.listProgrammes()).toEqual(['beta', 'gamma'])
  await other.close()
})
