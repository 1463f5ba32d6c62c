import { join } from 'node:path'
import { ConfigError, type DatabaseConfig } from '../config.ts'
import type { Database } from '../store/database.ts'
import { seesEveryProgramme } from '../store/isolation.ts'
import { appliedMigrations, readMigrations } from '../store/migrations.ts'
import { readHeadsFile } from './heads-folder.ts'
import { withDatabaseForReading } from './open-for-reading.ts'
import type { ReadHeads } from './signed-head.ts'
import { type Verification, verificationOf } from './verification-lines.ts'
import { type VerifiedProgramme, verifyJournal } from './verify-journal.ts'
import { securityLine, verifySecurityJournal } from './verify-security.ts'

/**
 * Verifies every journal of the configured database against its heads outside, and the tables against the journals. Throws
 * ConfigError, EmbeddedDatabaseError and NewerSchemaError when that cannot be done.
 */
export async function verifyEverything(config: DatabaseConfig): Promise<Verification> {
  // Before the database: a service that is running may write more heads while the rows are read.
  const outside = await headsOf(config)
  // The role that the service works by does not see a journal whose programme is gone.
  const asOwner = { ...config, databaseUrl: config.ownerUrl ?? config.databaseUrl }
  return withDatabaseForReading(asOwner, async (database) => {
    await refuseOtherLevel(database)
    const programmes = await verifyJournal(database, outside?.heads ?? [])
    const security = await verifySecurityJournal(database)
    const { sound, lines } = verificationOf(programmes, outside)
    const emptied = outside !== null && isEmptied(outside, programmes)
    return {
      sound: sound && security.fault === null && !emptied,
      lines: [
        securityLine(security),
        ...(emptied ? [emptiedLine(config)] : []),
        ...((await database.transaction(seesEveryProgramme)) ? [] : [NOT_ALL_SEEN]),
        ...lines,
      ],
    }
  })
}

const NOT_ALL_SEEN =
  'note    The role of DATABASE_URL sees no journal whose programme was removed. Set DATABASE_OWNER_URL to look for those too.'

/** Null when there are none and nobody said that there are. */
async function headsOf({ headsFolder, dataFolder, databaseUrl }: DatabaseConfig): Promise<ReadHeads | null> {
  if (headsFolder === null) return null
  const outside = await readHeadsFile(headsFolder)
  const isChosen = databaseUrl !== null || headsFolder !== join(dataFolder, 'heads')
  if (outside !== null || !isChosen) return outside
  throw new ConfigError(
    `WORKPLAN_HEADS names ${headsFolder}, and there are no signed heads. Name the folder that the service keeps them in, or ` +
      'put them back from a copy. Without WORKPLAN_HEADS the journals are verified without them.',
  )
}

/** The tables of another version are not ours to read. */
async function refuseOtherLevel(database: Database): Promise<void> {
  const [applied, known] = [
    await database.transaction((db) => appliedMigrations(db)),
    readMigrations().length,
  ]
  if (applied === 0)
    throw new ConfigError(
      'The database is empty: there is no journal to verify. Is DATABASE_URL, or WORKPLAN_DATA, right?',
    )
  if (applied < known)
    throw new ConfigError(
      `The tables are those of an older version of Workplan: ${applied} of ${known} steps were applied. ` +
        'Start this version once, which brings them up to date, and verify then.',
    )
}

function isEmptied(
  { heads, forged }: ReadHeads,
  programmes: readonly Pick<VerifiedProgramme, 'rows'>[],
): boolean {
  return heads.length === 0 && forged === 0 && programmes.some(({ rows }) => rows > 0)
}

function emptiedLine({ headsFolder }: DatabaseConfig): string {
  return (
    `BROKEN  heads.jsonl: there is no head in ${headsFolder}, and there are journals: it was emptied or removed. Put it back ` +
    'from a copy. If heads were never kept there, start the service once, which writes the first ones.'
  )
}
