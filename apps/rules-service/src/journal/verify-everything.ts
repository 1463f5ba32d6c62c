import { join } from 'node:path'
import { ConfigError, type DatabaseConfig } from '../config.ts'
import { SECURITY_CHAIN } from '../sign-in/security-journal.ts'
import type { Database } from '../store/database.ts'
import { seesEveryProgramme } from '../store/isolation.ts'
import { appliedMigrations, readMigrations } from '../store/migrations.ts'
import { readHeadsFile } from './heads-folder.ts'
import { withDatabaseForReading } from './open-for-reading.ts'
import type { ReadHeads } from './signed-head.ts'
import { textWith, unsettledHeads } from './unsettled-heads.ts'
import { type Verification, verificationOf } from './verification-lines.ts'
import { type VerifiedProgramme, verifyJournal } from './verify-journal.ts'
import { securityLine, type VerifiedSecurity, verifySecurityJournal } from './verify-security.ts'

/**
 * Verifies every journal of the configured database against its heads outside, and the tables against the journals. Throws
 * ConfigError, EmbeddedDatabaseError and NewerSchemaError when that cannot be done.
 */
export async function verifyEverything(config: DatabaseConfig): Promise<Verification> {
  // Before the database: a service that is running may write more heads while the rows are read.
  const inFile = await headsOf(config)
  // The role that the service works by does not see a journal whose programme is gone.
  const asOwner = { ...config, databaseUrl: config.ownerUrl ?? config.databaseUrl }
  return withDatabaseForReading(asOwner, async (database) => {
    await refuseOtherLevel(database)
    const left = await headsLeft(config, database)
    const outside = left ?? inFile
    const programmes = await verifyJournal(database, outside?.heads ?? [])
    const security = await verifySecurityJournal(database, outside?.security ?? [])
    const { sound, lines } = verificationOf(programmes, outside)
    const unwatched = outside === null ? [] : await unwatchedLines(config, outside, programmes, security)
    return {
      sound: sound && security.fault === null && unwatched.length === 0,
      lines: [
        securityLine(security),
        ...unwatched,
        ...(left ? [LEFT] : []),
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

/** The heads as they will be once those of a restore that was cut off are in place; null when there is none such. */
async function headsLeft({ headsFolder }: DatabaseConfig, database: Database): Promise<ReadHeads | null> {
  const left = headsFolder === null ? null : await unsettledHeads(headsFolder, database)
  if (headsFolder === null || left === null) return null
  return readHeadsFile(headsFolder, await textWith(headsFolder, left))
}

const LEFT =
  'note    heads.jsonl: a restore was cut off before its signed heads were in place. They count; the next start of the service ' +
  'puts them there.'

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

/** What to say of journals without a head outside, where heads are kept. Forged heads, which may be theirs, are told of already. */
async function unwatchedLines(
  { headsFolder }: DatabaseConfig,
  { heads, security, forged }: ReadHeads,
  programmes: readonly Pick<VerifiedProgramme, 'programme' | 'rows' | 'headsOutside'>[],
  ofSecurity: Pick<VerifiedSecurity, 'rows' | 'headsOutside'>,
): Promise<string[]> {
  if (forged > 0 || headsFolder === null) return []
  const journals = [...programmes, { programme: SECURITY_CHAIN, ...ofSecurity }]
  const unwatched = journals.filter(({ rows, headsOutside }) => rows > 0 && headsOutside === 0)
  if (unwatched.length === 0) return []
  // One that has only just begun may have its first head by now.
  const after = await readHeadsFile(headsFolder)
  const watched = new Set([...(after?.heads ?? []), ...(after?.security ?? [])].map((head) => head.programme))
  if (heads.length + security.length === 0 && watched.size === 0)
    return [
      `BROKEN  heads.jsonl: there is no head in ${headsFolder}, and there are journals: it was emptied or removed. ${PUT_BACK}`,
    ]
  return unwatched
    .filter(({ programme }) => !watched.has(programme))
    .map(
      ({ programme, rows }) =>
        `BROKEN  heads.jsonl: there is no head of ${named(programme)} in ${headsFolder}, and ${rows} rows: they were removed. ${PUT_BACK}`,
    )
}

const PUT_BACK =
  'Put it back from a copy. If heads were never kept there, start the service once, which writes the first ones.'

function named(journal: string): string {
  return journal === SECURITY_CHAIN ? 'sign-ins and roles' : journal
}
