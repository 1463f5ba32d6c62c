import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { pino } from 'pino'
import { inject } from 'vitest'
import { appRoleOf } from '../store/database-roles.ts'
import { type OpenDatabase, openPool } from '../store/open-database.ts'
import { TEMPLATE } from './global-setup.ts'

/** A database as its owner sees it, whom nothing holds back: for tests that look at everything or tamper. */
export interface TestDatabase extends OpenDatabase {
  /** As the service opens it. */
  app: OpenDatabase
  /** The address for the service, and the one for the owner. */
  url: string
  ownerUrl: string
}

/** A database of its own for a test file, migrated and empty; closing it removes it. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const server = inject('serverUrl')
  const name = `test_${randomBytes(6).toString('hex')}`
  await onServer(server, `create database ${name} template ${TEMPLATE}`)
  const ownerUrl = `${server}/${name}`
  const url = new URL(ownerUrl)
  const role = appRoleOf(decodeURIComponent(url.password))
  Object.assign(url, { username: role.name, password: role.password })
  const log = pino({ level: 'silent' })
  const app = openPool({ connectionString: url.href }, log, () => Promise.resolve())
  const opened = openPool({ connectionString: ownerUrl }, log, async () => {
    await app.close()
    await onServer(server, `drop database ${name} with (force)`)
  })
  return { ...opened, app, url: url.href, ownerUrl }
}

/** Runs one statement on the server; copies of the template are made one at a time. */
async function onServer(server: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: `${server}/postgres` })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(1)')
    await client.query(statement)
  } finally {
    await client.end()
  }
}
