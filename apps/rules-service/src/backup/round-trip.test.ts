import { sql } from 'drizzle-orm'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type EmptyDatabase, openEmptyDatabase } from '../testing/empty-database.ts'
import { addAwkwardRows, changeFirstTask } from '../testing/full-programme.ts'
import { smallProgramme } from '../testing/small-programme.ts'
import { openTestDatabase } from '../testing/test-database.ts'
import { openTestService, type TestService } from '../testing/test-service.ts'
import type { Manifest } from './archive-form.ts'
import { makeBackup } from './make-backup.ts'
import { restoreBackup } from './restore-backup.ts'

const now = () => new Date()
const quiet = () => undefined
let folder: string
let service: TestService
let target: EmptyDatabase
let made: Manifest
const archive = () => join(folder, 'all.tar')
const everything = { programme: null }

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'workplan-backup-'))
  target = await openEmptyDatabase()
  service = await openTestService({
    programmes: [{ state: smallProgramme('alpha') }, { state: smallProgramme('beta') }],
  })
  await addAwkwardRows(service.opened.database, 'alpha')
  await service.signIn('person.sro')
  const done = new AbortController()
  const writer = (async () => {
    for (let number = 1; !done.signal.aborted; number += 1)
      await changeFirstTask(service.context.store, 'beta', `Step ${number}`)
  })()
  made = await makeBackup(
    service.opened.database,
    { scope: everything, to: archive(), headsFolder: null, now },
    quiet,
  )
  done.abort()
  await writer
})
afterAll(async () => {
  await service.close()
  await target.close()
  await rm(folder, { recursive: true })
})

const contents = ({ tables, heads, migrations }: Manifest) => ({ tables, heads, migrations })

it('writes one file that nobody else may read, and never over another', async () => {
  const { mode } = await stat(archive())
  expect(mode & 0o777).toBe(0o600)
  await expect(
    makeBackup(service.opened.database, { scope: everything, to: archive(), headsFolder: null, now }, quiet),
  ).rejects.toThrow(`There is a file ${archive()} already`)
})

it('holds accounts, and no sessions', () => {
  const rows = new Map(made.tables.map((table) => [table.name, table.rows]))
  expect(rows.get('auth_users')).toBeGreaterThan(0)
  expect([...rows.keys()].filter((name) => /session|verification|limit/.test(name))).toEqual([])
})

it('restores every table and every head as they were, whole journals included', async () => {
  const restored = await restoreBackup(target.connection, { from: archive(), replace: false, now }, quiet)
  expect(restored.keptIn).toBeNull()
  expect(restored.verified.map(({ programme, fault }) => ({ programme, fault }))).toEqual([
    { programme: 'alpha', fault: null },
    { programme: 'beta', fault: null },
  ])
  const again = await makeBackup(
    target.database,
    { scope: everything, to: join(folder, 'again.tar'), headsFolder: null, now },
    quiet,
  )
  expect(contents(again)).toEqual(contents(made))
})

it('goes on numbering where the backup left off', async () => {
  const { rows } = await target.database.execute<{ id: string; last: string }>(sql`
    insert into decisions (programme, flag, decision, by, at, as_at)
    values ('alpha', 'c', '{}', 'person.sro', now(), '2023-03-13')
    returning id::text as id, (select max(id)::text from decisions) as last`)
  expect(Number(rows[0]?.id)).toBe(Number(rows[0]?.last) + 1)
})

it('refuses a database that holds data, and changes nothing in it', async () => {
  const before = await target.database.execute(sql`select count(*)::int as rows from decisions`)
  await expect(
    restoreBackup(target.connection, { from: archive(), replace: false, now }, quiet),
  ).rejects.toThrow('The database holds data already')
  expect((await target.database.execute(sql`select count(*)::int as rows from decisions`)).rows).toEqual(
    before.rows,
  )
})

it('restores over data when told to, and keeps what was there', async () => {
  const { keptIn } = await restoreBackup(target.connection, { from: archive(), replace: true, now }, quiet)
  expect(keptIn).toMatch(/^public_before_\d{14}$/)
  const count = async (schema: string) =>
    (await target.database.execute(sql.raw(`select count(*)::int as rows from ${schema}.decisions`))).rows
  expect(await count('public')).toEqual([{ rows: 2 }])
  expect(await count(keptIn ?? '')).toEqual([{ rows: 3 }])
})

it('refuses to take the place of data that a service is using', async () => {
  await expect(
    restoreBackup(service.opened.connection, { from: archive(), replace: true, now }, quiet),
  ).rejects.toThrow('Workplan is running over this database')
})

it('refuses it too when the connections of the service go by another name', async () => {
  const other = await openTestDatabase()
  const client = new Client({ connectionString: `${other.url}?application_name=billing` })
  await client.connect()
  await expect(
    restoreBackup({ connectionString: other.ownerUrl }, { from: archive(), replace: true, now }, quiet),
  ).rejects.toThrow('workplan_app (billing) is connected')
  await client.end()
  await other.close()
})

it('refuses a database of something else', async () => {
  const other = await openEmptyDatabase()
  await other.database.execute(sql`create table theirs (id int primary key)`)
  await expect(
    restoreBackup(other.connection, { from: archive(), replace: true, now }, quiet),
  ).rejects.toThrow('tables of something else than Workplan')
  await other.close()
})
