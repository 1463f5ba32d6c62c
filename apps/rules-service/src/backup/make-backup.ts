import { sql } from 'drizzle-orm'
import { join } from 'node:path'
import { HEADS } from '../journal/heads-folder.ts'
import { PUBLIC_KEY } from '../journal/heads-key.ts'
import { readIfThere } from '../journal/heads-path.ts'
import { textWith, unsettledHeads } from '../journal/unsettled-heads.ts'
import { productVersion } from '../product-version.ts'
import type { Database, Transaction } from '../store/database.ts'
import { appliedMigrations, readMigrations } from '../store/migrations.ts'
import { FORM, MANIFEST, type Manifest, READ_ME, readMe, SIGNED_HEADS, tableFolder } from './archive-form.ts'
import { BackupError } from './backup-error.ts'
import { columnsIn, readTables, type Scope } from './backup-tables.ts'
import { seeEverythingAlike } from './see-everything.ts'
import { tableLines } from './table-lines.ts'
import { addLines, type ArchiveWriter, createArchive } from './write-archive.ts'

export interface BackupRequest {
  scope: Scope
  /** The file to write; there must be none yet. */
  to: string
  /** Where the signed heads are, if they are kept. */
  headsFolder: string | null
  now: () => Date
}

/** The signed heads as their file has them, and the key to check them with. */
interface SignedHeads {
  lines: string[]
  publicKey: string
}

/**
 * Writes an archive of one snapshot of the database; a service may go on writing. The file appears when it is whole.
 * Throws BackupError and NewerSchemaError.
 */
export async function makeBackup(
  database: Database,
  { scope, to, headsFolder, now }: BackupRequest,
  report: (line: string) => void,
): Promise<Manifest> {
  // Before the snapshot: a head that is written meanwhile would be further on than the rows.
  const signed = headsFolder === null ? null : await readSignedHeads(database, headsFolder, scope, report)
  const archive = await createArchive(to)
  try {
    await archive.add(READ_ME, Buffer.from(readMe))
    const manifest = await database.transaction(
      async (db) => {
        await seeEverythingAlike(db)
        return writeEverything(db, archive, { scope, signed, now }, report)
      },
      { isolationLevel: 'repeatable read', accessMode: 'read only' },
    )
    await archive.add(MANIFEST, Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`))
    await archive.finish()
    return manifest
  } catch (error) {
    await archive.discard().catch(() => undefined)
    throw error
  }
}

async function writeEverything(
  db: Transaction,
  archive: ArchiveWriter,
  { scope, signed, now }: { scope: Scope; signed: SignedHeads | null; now: () => Date },
  report: (line: string) => void,
): Promise<Manifest> {
  const level = await appliedMigrations(db)
  if (level === 0) throw new BackupError('There is nothing to back up: the database is empty.')
  const heads = await readHeads(db, scope)
  if (scope.programme !== null && heads.length === 0)
    throw new BackupError(`There is no programme ${scope.programme} in this database.`)
  const madeAt = now().toISOString()
  const tables: Manifest['tables'] = []
  for (const table of await readTables(db)) {
    const written = await addLines(archive, tableFolder(table.name), tableLines(db, table, scope))
    report(`  ${table.name}: ${written.rows} rows`)
    tables.push({ name: table.name, columns: columnsIn(table, scope).map(({ name }) => name), ...written })
  }
  const version = await db.execute<{ postgresql: string }>(
    sql`select current_setting('server_version') as postgresql`,
  )
  return {
    form: FORM,
    product: productVersion,
    postgresql: version.rows[0]?.postgresql ?? '',
    madeAt,
    programme: scope.programme,
    migrations: readMigrations()
      .slice(0, level)
      .map(({ name, hash }) => ({ name, hash })),
    tables,
    heads,
    signedHeads: signed && {
      ...(await addLines(archive, SIGNED_HEADS, signed.lines)),
      publicKey: signed.publicKey,
    },
  }
}

/** The ends of the journals in scope, by programme. */
export async function readHeads(db: Transaction, { programme }: Scope): Promise<Manifest['heads']> {
  const { rows } = await db.execute<{ programme: string; seq: string; hash: string }>(
    sql`select programme, seq::text as seq, hash from journal_heads
      where ${programme}::text is null or programme = ${programme} order by programme collate "C"`,
  )
  return rows.map(({ programme: id, seq, hash }) => ({ programme: id, seq: Number(seq), hash }))
}

async function readSignedHeads(
  database: Database,
  folder: string,
  { programme }: Scope,
  report: (line: string) => void,
): Promise<SignedHeads | null> {
  const publicKey = await readIfThere(join(folder, PUBLIC_KEY))
  const left = await unsettledHeads(folder, database)
  const text = left ? await textWith(folder, left) : await readIfThere(join(folder, HEADS))
  if (text === null) {
    if (publicKey !== null)
      report(`The signed heads in ${folder} are gone: the backup is without them. See pnpm journal:verify.`)
    return null
  }
  if (publicKey === null)
    throw new BackupError(
      `${folder} has signed heads, and no ${PUBLIC_KEY} to check them with. Put it back there.`,
    )
  const lines = text.split('\n').filter((line) => line !== '')
  const prefix = programme === null ? '' : `{"programme":${JSON.stringify(programme)},`
  return { publicKey, lines: lines.filter((line) => line.startsWith(prefix)) }
}
