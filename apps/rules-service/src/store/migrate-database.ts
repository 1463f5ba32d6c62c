import { drizzle } from 'drizzle-orm/node-postgres'
import { Client, type ClientConfig } from 'pg'
import { ConfigError } from '../config.ts'
import type { Transaction } from './database.ts'
import { enterEveryProgramme } from './isolation.ts'
import { applyMigrations } from './migrations.ts'
import * as schema from './schema/index.ts'

/** Any number, as long as every version of Workplan uses the same. */
const MIGRATION_LOCK = 4_800_180_001
const OLDEST_SERVER = 150_000

/** Applies what migrations are missing, or none of them; instances that start together take turns. */
export async function migrateDatabase(connection: ClientConfig): Promise<void> {
  await alone(connection, (db) => applyMigrations(db))
}

/**
 * Runs `use` in one transaction, on a connection of its own, while nobody else changes the schema and no service gets
 * past its start. Refuses servers that are too old.
 */
export function alone<Result>(
  connection: ClientConfig,
  use: (db: Transaction) => Promise<Result>,
): Promise<Result> {
  return withClient(connection, async (client) => {
    const { rows } = await client.query<{ version: number }>(
      `select current_setting('server_version_num')::int as version`,
    )
    refuseOldServer(rows[0]?.version ?? 0)
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    try {
      return await drizzle(client, { schema }).transaction(async (db) => {
        await enterEveryProgramme(db)
        return use(db)
      })
    } finally {
      // A lost connection has let go of the lock already.
      await client.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined)
    }
  })
}

/** Throws ConfigError for a server of a major version that is too old, given as `server_version_num`. */
export function refuseOldServer(version: number): void {
  if (version >= OLDEST_SERVER) return
  throw new ConfigError(
    `Workplan needs PostgreSQL 15 or newer; this server is version ${Math.floor(version / 10_000)}. ` +
      'Point DATABASE_URL at a newer one. Nothing was changed.',
  )
}

/** Runs `use` over a connection of its own and closes it. */
export async function withClient<Result>(
  connection: ClientConfig,
  use: (client: Client) => Promise<Result>,
): Promise<Result> {
  const client = new Client({ ...connection, connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await use(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}
