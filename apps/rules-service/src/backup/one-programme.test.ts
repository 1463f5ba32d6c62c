import { sql } from 'drizzle-orm'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { verifyJournal } from '../journal/verify-journal.ts'
import type { Database } from '../store/database.ts'
import { migrateDatabase } from '../store/migrate-database.ts'
import { applyMigrations, readMigrations } from '../store/migrations.ts'
import { openEmptyDatabase } from '../testing/empty-database.ts'
import { addAwkwardRows, changeFirstTask } from '../testing/full-programme.ts'
import { smallProgramme } from '../testing/small-programme.ts'
import { openTestService, type TestService } from '../testing/test-service.ts'
import type { Manifest } from './archive-form.ts'
import { isShared } from './backup-tables.ts'
import { makeBackup } from './make-backup.ts'
import { restoreBackup } from './restore-backup.ts'

const now = () => new Date()
const quiet = () => undefined
let folder: string
let from: TestService
let to: TestService

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'workplan-move-'))
  from = await openTestService({
    programmes: [{ state: smallProgramme('alpha') }, { state: smallProgramme('beta') }],
  })
  await addAwkwardRows(from.opened.database, 'alpha')
  await changeFirstTask(from.context.store, 'alpha', 'Before the move')
  to = await openTestService({ programmes: [{ state: smallProgramme('gamma') }] })
  await addAwkwardRows(to.opened.database, 'gamma')
})
afterAll(async () => {
  await from.close()
  await to.close()
  await rm(folder, { recursive: true })
})

const backup = (database: Database, programme: string, name: string) =>
  makeBackup(database, { scope: { programme }, to: join(folder, name), headsFolder: null, now }, quiet)
const restore = (name: string) =>
  restoreBackup(to.opened.connection, { from: join(folder, name), replace: false, now }, quiet)

/** All but people and accounts, who may be known where a programme goes. */
const ownTables = ({ tables }: Manifest) => tables.filter((table) => !isShared(table))

it('moves to a server that is in use, with all that belongs to it, and leaves the others alone', async () => {
  const made = await backup(from.opened.database, 'alpha', 'alpha.tar')
  const others = await backup(to.opened.database, 'gamma', 'gamma-before.tar')
  const restored = await restore('alpha.tar')
  expect(restored).toMatchObject({ keptIn: null, verified: [{ programme: 'alpha', fault: null }] })

  const moved = await backup(to.opened.database, 'alpha', 'alpha-moved.tar')
  expect({ tables: ownTables(moved), heads: moved.heads }).toEqual({
    tables: ownTables(made),
    heads: made.heads,
  })
  const after = await backup(to.opened.database, 'gamma', 'gamma-after.tar')
  expect(after.tables).toEqual(others.tables)
  expect(await to.context.store.listProgrammes()).toEqual(['alpha', 'gamma'])
  const verified = await verifyJournal(to.opened.database, [])
  expect(verified.every(({ fault }) => fault === null)).toBe(true)
})

it('is served and changed there like any other', async () => {
  const cookie = await to.signIn('person.sro')
  expect((await to.send('/api/programmes/alpha', { cookie })).status).toBe(200)
  await changeFirstTask(to.context.store, 'alpha', 'After the move')
  const programme = await to.context.store.readProgramme('alpha')
  expect(programme.state.records.task[0]?.progress).toBe('After the move')
})

it('is refused where it is already', async () => {
  await expect(restore('alpha.tar')).rejects.toThrow('has the programme alpha already')
})

it('is refused where somebody else has the same id, so that nobody comes by another’s role', async () => {
  await from.opened.database.execute(sql`update people set name = 'Somebody else' where id = 'person.sro'`)
  await backup(from.opened.database, 'beta', 'beta.tar')
  await expect(restore('beta.tar')).rejects.toThrow(
    'other people under the same id or e-mail address: person.sro',
  )
  expect(await to.context.store.listProgrammes()).toEqual(['alpha', 'gamma'])
})

it('can be restored alone into a database of its own', async () => {
  const empty = await openEmptyDatabase()
  await restoreBackup(empty.connection, { from: join(folder, 'alpha.tar'), replace: false, now }, quiet)
  const { rows } = await empty.database.execute(sql`select id from programmes`)
  expect(rows).toEqual([{ id: 'alpha' }])
  await empty.close()
})

it('is refused by a database of an older version, until this one was started on it', async () => {
  const older = await openEmptyDatabase()
  await older.database.transaction((db) => applyMigrations(db, readMigrations().length - 1))
  await older.database.execute(
    sql`insert into people (id, name, title) values ('person.there', 'Somebody', 'Somebody there')`,
  )
  const restored = () =>
    restoreBackup(older.connection, { from: join(folder, 'alpha.tar'), replace: false, now }, quiet)
  await expect(restored()).rejects.toThrow('Start this version once on that database')
  await migrateDatabase(older.connection)
  expect(await restored()).toMatchObject({ keptIn: null, verified: [{ programme: 'alpha', fault: null }] })
  await older.close()
})

it('is not made of a programme that is not there', async () => {
  await expect(backup(from.opened.database, 'nowhere', 'nowhere.tar')).rejects.toThrow(
    'There is no programme nowhere',
  )
})
