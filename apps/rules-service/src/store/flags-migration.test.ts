import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import { randomBytes } from 'node:crypto'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { migrateDatabase } from './migrate-database.ts'

const MIGRATIONS = join(import.meta.dirname, '../../drizzle')
const name = `earlier_${randomBytes(6).toString('hex')}`
const connectionString = `${inject('serverUrl')}/${name}`
const admin = new Client({ connectionString: `${inject('serverUrl')}/postgres` })
const client = new Client({ connectionString })

beforeAll(async () => {
  await admin.connect()
  await admin.query(`create database ${name}`)
  await client.connect()
  await migrateAsBeforeRules()
})
afterAll(async () => {
  await client.end()
  await admin.query(`drop database ${name} with (force)`)
  await admin.end()
})

/** The database as the first two migrations left it. */
async function migrateAsBeforeRules(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'workplan-migrations-'))
  await cp(MIGRATIONS, folder, { recursive: true })
  const file = join(folder, 'meta/_journal.json')
  const journal = JSON.parse(await readFile(file, 'utf8')) as { entries: unknown[] }
  await writeFile(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, 2) }))
  await migrate(drizzle(client), { migrationsFolder: folder })
  await rm(folder, { recursive: true })
}

async function addFlag(id: string, status: string): Promise<void> {
  await client.query(
    `insert into flags values ('alpha', $1, 'late', 3, 'Late', 'medium', $2, 'task', 'a.task', 'A task', 'Late',
      '{}', '[]', '[]', '[]', '[]', now(), '2023-03-13', null, null)`,
    [id, status],
  )
}

async function addDecision(flag: string, decision: object): Promise<void> {
  await client.query(
    `insert into decisions (programme, flag, decision, by, at, as_at)
      values ('alpha', $1, $2, 'person.sro', now(), '2023-03-13')`,
    [flag, decision],
  )
}

it('an acceptance keeps its last day, and a flag its version, when the tables for rules are added', async () => {
  await client.query(`insert into programmes values ('alpha', '{}')`)
  await addFlag('accepted', 'accepted')
  await addDecision('accepted', { kind: 'accept', until: '2023-04-01' })
  await addDecision('accepted', { kind: 'accept', until: '2023-05-01' })
  await addFlag('disputed', 'disputed')
  await addDecision('disputed', { kind: 'accept', until: '2023-04-01' })
  await addDecision('disputed', { kind: 'dispute', rationale: 'x' })
  await migrateDatabase({ connectionString })
  const { rows } = await client.query(
    'select id, rule_version, judged_by_version, accepted_until::text from flags order by id',
  )
  expect(rows).toEqual([
    { id: 'accepted', rule_version: 3, judged_by_version: 3, accepted_until: '2023-05-01' },
    { id: 'disputed', rule_version: 3, judged_by_version: 3, accepted_until: null },
  ])
})
