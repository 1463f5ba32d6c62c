import { type ClientConfig, Pool } from 'pg'
import type { Logger } from 'pino'
import type { Config } from '../config.ts'
import { type Database, openDatabase } from './database.ts'
import { appRoleOf } from './database-roles.ts'
import { refuseForgetfulServer } from './durability-settings.ts'
import { startEmbeddedServer } from './embedded/embedded-server.ts'
import { keepRunning } from './embedded/keep-running.ts'
import { migrateDatabase, withClient } from './migrate-database.ts'
import { prepareDatabase, prepareServer } from './prepare-database.ts'

/** The open database with the means to close it. */
export interface OpenDatabase {
  pool: Pool
  database: Database
  /** How to connect to it once more, for a connection that listens. */
  connection: ClientConfig
  /** Closes the connections and, if it is the embedded one, stops the server. */
  close(): Promise<void>
}

/** The embedded server's database with everything in it. */
export const DATABASE_NAME = 'workplan'

const CONNECTION_OPTIONS = {
  // A query that does not wait for another is sent behind it, and not only when that is answered.
  pipeline: true,
  max: 10,
  connectionTimeoutMillis: 5_000,
  // Of our own accord, for a connection over which nothing comes any more.
  query_timeout: 9_000,
  keepAlive: true,
  keepAliveInitialDelayMillis: 10_000,
  idleTimeoutMillis: 30_000,
  // Before we give up ourselves, so that the server ends it, too.
  statement_timeout: 8_500,
  // A connection that is dead for us and not for the server must not keep a programme's lock.
  idle_in_transaction_session_timeout: 9_000,
  application_name: 'workplan',
} as const

type DatabaseConfig = Pick<Config, 'databaseUrl' | 'ownerUrl' | 'dataFolder'>

/**
 * Opens the configured database, or starts the embedded one, and brings its tables up to date. Throws ConfigError, also
 * when the server may forget what it committed.
 */
export async function openConfiguredDatabase(
  config: DatabaseConfig,
  log: Logger,
  report: (step: string) => void,
): Promise<OpenDatabase> {
  const opened = await openPrepared(config, log, report)
  try {
    await refuseForgetfulServer(opened.database, log)
  } catch (error) {
    await opened.close()
    throw error
  }
  return opened
}

async function openPrepared(
  config: DatabaseConfig,
  log: Logger,
  report: (step: string) => void,
): Promise<OpenDatabase> {
  if (config.databaseUrl !== null) {
    await prepareServer(config.databaseUrl, config.ownerUrl)
    return openPool({ connectionString: config.databaseUrl }, log, () => Promise.resolve())
  }
  const server = await startEmbeddedServer(config.dataFolder, report)
  try {
    await createDatabase({ ...server.address, database: 'postgres' })
    const owner = { ...server.address, database: DATABASE_NAME }
    const role = appRoleOf(server.address.password)
    await prepareDatabase(owner, role)
    const unwatch = await keepRunning(server, log)
    return openPool({ ...owner, user: role.name, password: role.password }, log, async () => {
      await unwatch()
      await server.stop()
    })
  } catch (error) {
    await server.stop()
    throw error
  }
}

/** Connects and migrates, all as one role; `stop` is called after the connections are closed. */
export async function connect(
  connection: ClientConfig,
  log: Logger,
  stop: () => Promise<void>,
): Promise<OpenDatabase> {
  await migrateDatabase(connection)
  return openPool(connection, log, stop)
}

/** Connects to a database that is ready; `stop` is called after the connections are closed. */
export function openPool(connection: ClientConfig, log: Logger, stop: () => Promise<void>): OpenDatabase {
  const pool = new Pool({ ...connection, ...CONNECTION_OPTIONS })
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

/** Makes the embedded server's database if it is not there. */
export async function createDatabase(connection: ClientConfig): Promise<void> {
  await withClient(connection, async (client) => {
    const found = await client.query('select 1 from pg_database where datname = $1', [DATABASE_NAME])
    if (found.rowCount) return
    await client.query(`create database ${DATABASE_NAME}`).catch((error: { code?: string }) => {
      // Another service that started at the same moment made it.
      if (error.code !== '42P04' && error.code !== '23505') throw error
    })
  })
}
