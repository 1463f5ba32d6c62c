import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { makeBackup } from '../backup/make-backup.ts'
import { demonstrationMembers } from '../demonstration/demonstration-people.ts'
import { addPeople } from '../demonstration/load-demonstration.ts'
import { createStore } from '../store/create-store.ts'
import { startEmbeddedServer } from '../store/embedded/embedded-server.ts'
import { createDatabase, connect, DATABASE_NAME } from '../store/open-database.ts'
import { readMigrations } from '../store/migrations.ts'
import { addAwkwardRows, changeFirstTask } from './full-programme.ts'
import { lateTaskRules, smallProgramme } from './small-programme.ts'

/*
 * Run it for each migration, before the next is made. Writes a backup as this version makes it, under the name of its newest
 * migration: the tests restore it with every later version. Adds the migration to drizzle/SHA256SUMS: it is not altered any more.
 */
const newest = readMigrations().at(-1)?.name ?? ''
const to = join(import.meta.dirname, '../backup/fixtures', `${newest}.tar`)
const now = () => new Date()
const folder = await mkdtemp(join(tmpdir(), 'workplan-fixture-'))
const server = await startEmbeddedServer(folder, () => undefined)
try {
  await createDatabase({ ...server.address, database: 'postgres' })
  const connection = { ...server.address, database: DATABASE_NAME }
  const opened = await connect(connection, pino({ level: 'silent' }), () => Promise.resolve())
  const { database } = opened
  await addPeople(database, now())
  const store = createStore({ database, rules: lateTaskRules(), now })
  for (const id of ['alpha', 'beta']) await store.addProgramme(smallProgramme(id), demonstrationMembers)
  for (const progress of ['One', 'Two']) await changeFirstTask(store, 'alpha', progress)
  await addAwkwardRows(database, 'alpha')
  await makeBackup(database, { scope: { programme: null }, to, headsFolder: null, now }, () => undefined)
  await opened.close()
  await writeFile(
    join(import.meta.dirname, '../../drizzle/SHA256SUMS'),
    readMigrations()
      .map(({ hash, name }) => `${hash}  ${name}.sql\n`)
      .join(''),
  )
} finally {
  await server.stop()
  await rm(folder, { recursive: true })
}
