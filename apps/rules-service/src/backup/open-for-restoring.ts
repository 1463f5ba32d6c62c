import type { ClientConfig } from 'pg'
import type { DatabaseConfig } from '../config.ts'
import { startEmbeddedServer } from '../store/embedded/embedded-server.ts'
import { createDatabase, DATABASE_NAME } from '../store/open-database.ts'
import { prepareServer } from '../store/prepare-database.ts'

/**
 * Runs `use` with the way to connect to the configured database as its owner. The embedded one is made if there is none; a server
 * that was not running is stopped again. Throws EmbeddedDatabaseError.
 */
export async function withDatabaseForRestoring<Result>(
  { databaseUrl, ownerUrl, dataFolder }: Pick<DatabaseConfig, 'databaseUrl' | 'ownerUrl' | 'dataFolder'>,
  use: (connection: ClientConfig) => Promise<Result>,
  report: (line: string) => void,
): Promise<Result> {
  if (databaseUrl !== null) {
    const restored = await use({ connectionString: ownerUrl ?? databaseUrl })
    // The tables are new: the role that the service works by has no rights to them yet.
    if (ownerUrl !== null) await prepareServer(databaseUrl, ownerUrl)
    return restored
  }
  const server = await startEmbeddedServer(dataFolder, report)
  try {
    await createDatabase({ ...server.address, database: 'postgres' })
    return await use({ ...server.address, database: DATABASE_NAME })
  } finally {
    if (!server.adopted) await server.stop()
  }
}
