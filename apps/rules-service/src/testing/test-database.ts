import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { pino } from 'pino'
import { inject } from 'vitest'
import { connect, type OpenDatabase } from '../store/open-database.ts'
import { TEMPLATE } from './global-setup.ts'

export interface TestDatabase extends OpenDatabase {
  url: string
}

/** A database of its own for a test file, migrated and empty; closing it removes it. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const server = inject('serverUrl')
  const name = `test_${randomBytes(6).toString('hex')}`
  await onServer(server, `create database ${name} template ${TEMPLATE}`)
  const url = `${server}/${name}`
  const opened = await connect({ connectionString: url }, pino({ level: 'silent' }), () =>
    onServer(server, `drop database ${name} with (force)`),
  )
  return { ...opened, url }
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
