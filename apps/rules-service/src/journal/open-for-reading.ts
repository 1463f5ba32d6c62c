import { Pool, type ClientConfig } from 'pg'
import type { DatabaseConfig } from '../config.ts'
import { type Database, openDatabase } from '../store/database.ts'
import { CLUSTER, hasCluster } from '../store/embedded/cluster-folder.ts'
import { EmbeddedDatabaseError } from '../store/embedded/embedded-database-error.ts'
import { startEmbeddedServer } from '../store/embedded/embedded-server.ts'
import { DATABASE_NAME } from '../store/open-database.ts'

/**
 * Runs `use` over the configured database, which cannot be written to meanwhile and is left as it was: an embedded
 * server that is running stays so, one that had to be started is stopped. Throws EmbeddedDatabaseError.
 */
export async function withDatabaseForReading<Result>(
  { databaseUrl, dataFolder }: Pick<DatabaseConfig, 'databaseUrl' | 'dataFolder'>,
  use: (database: Database) => Promise<Result>,
): Promise<Result> {
  if (databaseUrl !== null) return withPool({ connectionString: databaseUrl }, use)
  if (!(await hasCluster(dataFolder)))
    throw new EmbeddedDatabaseError(
      `There is no database in ${dataFolder} (no ${CLUSTER}). Is WORKPLAN_DATA right?`,
    )
  const server = await startEmbeddedServer(dataFolder, () => undefined)
  try {
    return await withPool({ ...server.address, database: DATABASE_NAME }, use)
  } finally {
    if (!server.adopted) await server.stop()
  }
}

async function withPool<Result>(
  connection: ClientConfig,
  use: (database: Database) => Promise<Result>,
): Promise<Result> {
  const pool = new Pool({
    ...connection,
    max: 1,
    pipeline: true,
    options: '-c default_transaction_read_only=on',
  })
  pool.on('error', () => undefined)
  try {
    return await use(openDatabase(pool))
  } finally {
    await pool.end()
  }
}
