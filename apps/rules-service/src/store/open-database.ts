import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import { join } from 'node:path'
import { Client, type ClientConfig, Pool } from 'pg'
import type { Logger } from 'pino'
import type { Config } from '../config.ts'
import { type Database, openDatabase } from './database.ts'
import { startEmbeddedServer } from './embedded/embedded-server.ts'
import { keepRunning } from './embedded/keep-running.ts'

/** The open database with the means to close it. */
export interface OpenDatabase {
  pool: Pool
  database: Database
  /** How to connect to it once more, for a connection that listens. */
  connection: ClientConfig
  /** Closes the connections and, if it is the embedded one, stops the server. */
  close(): Promise<void>
}

const MIGRATIONS = join(import.meta.dirname, '../../drizzle')
/** The embedded server's database with everything in it. */
export const DATABASE_NAME = 'workplan'
/** Any number, as long as every version of Workplan uses the same. */
const MIGRATION_LOCK = 4_800_180_001
const OLDEST_SERVER = 150_000

const CONNECTION_LIMITS = {
  max: 10,
  connectionTimeoutMillis: 5_000,
  idleTimeoutMillis: 30_000,
  statement_timeout: 30_000,
  idle_in_transaction_session_timeout: 60_000,
  application_name: 'workplan',
} as const

/** Opens the configured database, or starts the embedded one, and brings its tables up to date. */
export async function openConfiguredDatabase(
  config: Pick<Config, 'databaseUrl' | 'dataFolder'>,
  log: Logger,
  report: (step: string) => void,
): Promise<OpenDatabase> {
  if (config.databaseUrl !== null)
    return connect({ connectionString: config.databaseUrl }, log, () => Promise.resolve())
  const server = await startEmbeddedServer(config.dataFolder, report)
  await createDatabase({ ...server.address, database: 'postgres' })
  const unwatch = await keepRunning(server, log)
  return connect({ ...server.address, database: DATABASE_NAME }, log, async () => {
    await unwatch()
    await server.stop()
  })
}

/** Connects and migrates; `stop` is called after the connections are closed. */
export async function connect(
  connection: ClientConfig,
  log: Logger,
  stop: () => Promise<void>,
): Promise<OpenDatabase> {
  await migrateDatabase(connection)
  const pool = new Pool({ ...connection, ...CONNECTION_LIMITS })
  // Without listeners a lost connection ends the process: the pool's for idle ones, the client's for one in use.
  const onLost = (error: Error) => log.warn({ err: error }, 'a database connection was lost')
  pool.on('error', onLost)
  pool.on('connect', (client) => client.on('error', onLost))
  return {
    pool,
    database: openDatabase(pool),
    connection,
    close: async () => {
      await pool.end()
      await stop()
    },
  }
}

/** Applies what migrations are missing; instances that start together take turns. */
export async function migrateDatabase(connection: ClientConfig): Promise<void> {
  await withClient(connection, async (client) => {
    const { rows } = await client.query<{ version: number }>(
      `select current_setting('server_version_num')::int as version`,
    )
    if ((rows[0]?.version ?? 0) < OLDEST_SERVER)
      throw new Error('Workplan needs PostgreSQL 15 or newer; this server is older.')
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    try {
      await migrate(drizzle(client), { migrationsFolder: MIGRATIONS })
    } finally {
      await client.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK])
    }
  })
}

async function createDatabase(connection: ClientConfig): Promise<void> {
  await withClient(connection, async (client) => {
    const found = await client.query('select 1 from pg_database where datname = $1', [DATABASE_NAME])
    if (found.rowCount) return
    await client.query(`create database ${DATABASE_NAME}`).catch((error: { code?: string }) => {
      // Another service that started at the same moment made it.
      if (error.code !== '42P04' && error.code !== '23505') throw error
    })
  })
}

async function withClient(connection: ClientConfig, use: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ ...connection, connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await use(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}
