import type { ClientConfig } from 'pg'
import { ConfigError } from '../config.ts'
import type { Transaction } from './database.ts'
import { type AppRole, faultsOfRole, prepareAppRole } from './database-roles.ts'
import { alone } from './migrate-database.ts'
import { applyMigrations, appliedMigrations, readMigrations } from './migrations.ts'

const ROLE_ADVICE =
  'Let DATABASE_URL name a role of its own that owns nothing, and DATABASE_OWNER_URL the owner of the tables: ' +
  'Workplan then makes that role if it is not there, and gives it its rights. docs/operations.md says how.'

/** As the owner: brings the tables up to date, and readies the role that the service works by. */
export function prepareDatabase(owner: ClientConfig, role: AppRole): Promise<void> {
  return alone(owner, async (db) => {
    await applyMigrations(db)
    await prepareAppRole(db, role)
  })
}

/**
 * Makes a server ready to be worked with by the role of `databaseUrl`, as far as `ownerUrl` allows. Throws ConfigError
 * when that role could get round the isolation of programmes or the guards of the journal, or the tables are not ready.
 */
export async function prepareServer(databaseUrl: string, ownerUrl: string | null): Promise<void> {
  if (ownerUrl !== null) await prepareDatabase({ connectionString: ownerUrl }, roleOf(databaseUrl))
  await alone({ connectionString: databaseUrl }, async (db) => {
    refuseStrongRole(roleOf(databaseUrl).name, await faultsOfRole(db))
    await refuseUnready(db)
  })
}

function roleOf(url: string): AppRole {
  const { username, password } = new URL(url)
  return { name: decodeURIComponent(username), password: decodeURIComponent(password) }
}

function refuseStrongRole(role: string, faults: readonly string[]): void {
  if (faults.length === 0) return
  throw new ConfigError(
    `The role ${role} of DATABASE_URL is too strong: ${faults.join(', and ')}. ${ROLE_ADVICE}`,
  )
}

async function refuseUnready(db: Transaction): Promise<void> {
  const [applied, known] = [await appliedMigrations(db), readMigrations().length]
  if (applied === known) return
  throw new ConfigError(
    `The tables are not up to date: ${applied} of ${known} steps were applied. Start once with DATABASE_OWNER_URL, ` +
      'the address of the same database as the owner of the tables. docs/operations.md says how.',
  )
}
