import { randomBytes } from 'node:crypto'
import { Client, Pool } from 'pg'
import { inject } from 'vitest'
import { type Database, openDatabase } from '../store/database.ts'

/** A database without a table, as its owner sees it. */
export interface EmptyDatabase {
  connection: { connectionString: string }
  database: Database
  /** Removes the database. */
  close(): Promise<void>
}

/** Makes a database of its own on the server of the run. */
export async function openEmptyDatabase(): Promise<EmptyDatabase> {
  const server = inject('serverUrl')
  const name = `empty_${randomBytes(6).toString('hex')}`
  await onServer(server, `create database ${name}`)
  const connection = { connectionString: `${server}/${name}` }
  const pool = new Pool({ ...connection, max: 2, pipeline: true })
  pool.on('error', () => undefined)
  return {
    connection,
    database: openDatabase(pool),
    close: async () => {
      await pool.end()
      await onServer(server, `drop database ${name} with (force)`)
    },
  }
}

async function onServer(server: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: `${server}/postgres` })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
