import { sql } from 'drizzle-orm'
import { createPublicKey } from 'node:crypto'
import type { ClientConfig } from 'pg'
import { readSignedLines, type WitnessedHead } from '../journal/signed-head.ts'
import { markRestored } from '../journal/unsettled-heads.ts'
import { type VerifiedProgramme, verifyJournalIn } from '../journal/verify-journal.ts'
import { noteSecurity } from '../sign-in/security-journal.ts'
import type { Transaction } from '../store/database.ts'
import { alone } from '../store/migrate-database.ts'
import { applyMigrations, appliedMigrations, readMigrations } from '../store/migrations.ts'
import { addToDatabase } from './add-to-database.ts'
import { type Manifest, SIGNED_HEADS } from './archive-form.ts'
import { BackupError } from './backup-error.ts'
import { loadArchive } from './load-archive.ts'
import { readHeads } from './make-backup.ts'
import { entriesOf, linesOf, verifyArchive } from './read-archive.ts'
import { removeAgain } from './remove-again.ts'
import { type Contents, contentsOf, dropAside, keptName, putBack, setAside } from './set-aside.ts'
import { seeEverythingAlike } from './see-everything.ts'

export interface RestoreRequest {
  /** The archive. */
  from: string
  /** Takes the place of what the database holds, which is kept under another name. */
  replace: boolean
  /** Ids of people who were removed after the backup was made, beside those that the database itself knows of. */
  removed?: readonly string[]
  /** Looks at what was restored, all programmes in sight, before it is settled. */
  inspect?: (db: Transaction, manifest: Manifest) => Promise<void>
  /** What the database is marked with, so that it shows that this restore was committed. */
  mark?: string
  now: () => Date
}

export interface Restored {
  manifest: Manifest
  /** What became of each journal that was restored. */
  verified: VerifiedProgramme[]
  /** The schema that keeps what the database held before; null when it held nothing. */
  keptIn: string | null
  /** How many people of the backup had been removed since, and were again. */
  removedAgain: number
  /** Ids that were named as removed, and that nobody in the backup has. */
  notInBackup: string[]
}

/**
 * Verifies an archive, then restores it in one transaction and brings it up to date. Nothing is written when anything
 * is wrong. Throws BackupError.
 */
export async function restoreBackup(
  connection: ClientConfig,
  { from, replace, removed = [], inspect, mark, now }: RestoreRequest,
  report: (line: string) => void,
): Promise<Restored> {
  report('Verifying the backup')
  const manifest = await verifyArchive(from)
  refuseOtherMigrations(manifest)
  const signedHeads = await signedHeadsOf(from, manifest)
  return alone(connection, async (db) => {
    await seeEverythingAlike(db)
    const contents = await contentsOf(db)
    await refuseOccupied(db, contents, manifest, replace)
    if (contents === 'data' && manifest.programme !== null && !replace) await refuseOtherLevel(db)
    const suffix = `before_${now().toISOString().replaceAll(/\D/g, '').slice(0, 14)}`
    if (contents !== 'nothing') await setAside(db, suffix)
    report('Restoring')
    await applyMigrations(db, manifest.migrations.length)
    await loadArchive(db, from, manifest, report)
    await applyMigrations(db)
    const verified = await verifyRestored(db, manifest, signedHeads)
    await inspect?.(db, manifest)
    const aside = contents === 'data' ? keptName('public', suffix) : null
    const { again, unknown } = await removeAgain(db, { keptIn: aside, removed }, now())
    // A programme alone goes where a journal of sign-ins is kept already, or begins.
    if (manifest.programme === null)
      for (const person of again)
        await noteSecurity(db, { actor: 'system', action: 'person.removed', person }, now())
    const keptIn = await settle(db, manifest, { contents, replace, suffix })
    if (mark !== undefined) await markRestored(db, mark)
    return { manifest, verified, removedAgain: again.length, notInBackup: unknown, keptIn }
  })
}

/** Gives what was set aside its place again, drops it or leaves it under its name, which is the answer. */
async function settle(
  db: Transaction,
  { programme }: Manifest,
  { contents, replace, suffix }: { contents: Contents; replace: boolean; suffix: string },
): Promise<string | null> {
  if (contents === 'nothing') return null
  if (contents === 'empty tables') {
    await dropAside(db, suffix)
    return null
  }
  if (programme === null || replace) return keptName('public', suffix)
  await addToDatabase(db, programme, keptName('public', suffix))
  await putBack(db, suffix)
  return null
}

/** Migrations that are newer than ours, or not ours, leave tables that we cannot read. */
function refuseOtherMigrations({ migrations, product }: Manifest): void {
  const ours = readMigrations()
  const other = migrations.find(({ hash }, index) => ours[index]?.hash !== hash)
  if (other)
    throw new BackupError(
      `The backup was made by Workplan ${product} with the migration ${other.name}, which this version does not have. ` +
        'Restore it with that version or a newer one.',
    )
}

/** A programme alone goes into the tables that are there, which must be those of this version. */
async function refuseOtherLevel(db: Transaction): Promise<void> {
  if ((await appliedMigrations(db)) === readMigrations().length) return
  throw new BackupError(
    'The database was last used by an older version of Workplan, and nothing was changed. ' +
      'Start this version once on that database, which brings it up to date, and restore the programme then.',
  )
}

async function refuseOccupied(
  db: Transaction,
  contents: Contents,
  { programme }: Manifest,
  replace: boolean,
): Promise<void> {
  if (contents === 'data' && programme !== null && !replace) return
  if (contents === 'data' && !replace)
    throw new BackupError(
      'The database holds data already, and nothing was changed. Restore into an empty one with --into, ' +
        'or use --replace: what is there is then kept under another name.',
    )
  const [user] = await usersOf(db)
  if (user !== undefined)
    throw new BackupError(
      `Workplan is running over this database: ${user} is connected to it. Stop it, restore, and start it again.`,
    )
}

/** Who is connected as Workplan, or by another role that adds to the journal; superusers look after the server. */
async function usersOf(db: Transaction): Promise<string[]> {
  const { rows } = await db.execute<{ who: string }>(sql`
    select distinct usename || ' (' || application_name || ')' as who
      from pg_stat_activity join pg_roles on pg_roles.oid = usesysid
      where datname = current_database() and pid <> pg_backend_pid()
        and (application_name like 'workplan%' or (usename <> current_user and not rolsuper
          and has_table_privilege(usesysid, to_regclass('public.journal')::oid, 'insert')))`)
  return rows.map(({ who }) => who)
}

async function signedHeadsOf(from: string, { signedHeads }: Manifest): Promise<WitnessedHead[]> {
  if (!signedHeads) return []
  const lines: string[] = []
  for await (const entry of entriesOf(from))
    if (entry.name.startsWith(`${SIGNED_HEADS}/`)) lines.push(...(await linesOf(entry)))
  const { heads, forged } = readSignedLines(lines.join('\n'), createPublicKey(signedHeads.publicKey))
  if (forged > 0)
    throw new BackupError(`${forged} signed heads in the backup have a signature that is not theirs.`)
  return heads
}

/** Compares the ends of the journals with the manifest, and recomputes every chain. */
async function verifyRestored(
  db: Transaction,
  { heads, programme }: Manifest,
  signedHeads: readonly WitnessedHead[],
): Promise<VerifiedProgramme[]> {
  const restored = await readHeads(db, { programme })
  if (JSON.stringify(restored) !== JSON.stringify(heads))
    throw new BackupError('The ends of the journals are not those of the backup. Nothing was restored.')
  const verified = await verifyJournalIn(db, signedHeads)
  // Each journal was looked at alone.
  await seeEverythingAlike(db)
  return verified
}
