import { sql } from 'drizzle-orm'
import type { ClientConfig } from 'pg'
import { ConfigError, type DatabaseConfig } from '../config.ts'
import { startEmbeddedServer } from '../store/embedded/embedded-server.ts'
import { alone } from '../store/migrate-database.ts'
import { createDatabase, DATABASE_NAME } from '../store/open-database.ts'
import { prepareServer } from '../store/prepare-database.ts'
import { AfterRestoreError } from './after-restore-error.ts'

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
    if (ownerUrl !== null) await refuseOneRole(databaseUrl, ownerUrl)
    const restored = await use({ connectionString: ownerUrl ?? databaseUrl })
    // The tables are new: the role that the service works by has no rights to them yet.
    if (ownerUrl !== null)
      await prepareServer(databaseUrl, ownerUrl).catch((error: unknown) => {
        throw new AfterRestoreError('the role of DATABASE_URL cannot work with it', error)
      })
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

/** Before anything is restored: the tables will be the owner's, and the service must not work by such a role. */
async function refuseOneRole(databaseUrl: string, ownerUrl: string): Promise<void> {
  const role = nameIn(databaseUrl)
  const strong = await alone({ connectionString: ownerUrl }, async (db) => {
    const { rows } = await db.execute(
      sql`select 1 from pg_roles where rolname = ${role} and pg_has_role(rolname, current_user, 'member')`,
    )
    return rows.length > 0
  })
  if (strong)
    throw new ConfigError(
      `${role}, the role of DATABASE_URL, is the owner of DATABASE_OWNER_URL or may become it, and the service must not. ` +
        'Let DATABASE_URL name a role of its own: it is made if it is not there. docs/operations.md says how.',
    )
}

function nameIn(url: string): string {
  return decodeURIComponent(new URL(url).username)
}
