import { sql } from 'drizzle-orm'
import { createHash } from 'node:crypto'
import { escapeIdentifier, escapeLiteral } from 'pg'
import type { Transaction } from '../store/database.ts'
import { type Manifest, type ManifestTable, partName, tableFolder } from './archive-form.ts'
import { BackupError } from './backup-error.ts'
import { type BackupTable, columnsIn, readTables, type Scope } from './backup-tables.ts'
import { type ArchiveEntry, entriesOf, linesOf } from './read-archive.ts'
import { tableDigest } from './table-lines.ts'

/**
 * Loads the rows of an archive into the empty tables of the schema `public`, and compares what then is in the tables
 * with the manifest. Throws BackupError.
 */
export async function loadArchive(
  db: Transaction,
  path: string,
  manifest: Manifest,
  report: (line: string) => void,
): Promise<void> {
  const scope: Scope = { programme: manifest.programme }
  const known = new Map((await readTables(db)).map((table) => [table.name, table]))
  await db.execute(
    sql`create temporary table loaded_lines (n bigint generated always as identity, line json) on commit drop`,
  )
  const entries = entriesOf(path)
  try {
    await entries.next()
    for (const described of manifest.tables) {
      const table = known.get(described.name)
      const columns = table ? columnsIn(table, scope).map(({ name }) => name) : []
      if (!table || columns.join() !== described.columns.join())
        throw new BackupError(
          `The table ${described.name} of the backup is not one of that version of Workplan.`,
        )
      await stage(db, entries, described)
      await insertStaged(db, table, scope)
      report(`  ${described.name}: ${described.rows} rows`)
    }
  } finally {
    await entries.return(undefined)
  }
  for (const table of known.values()) await compare(db, table, manifest, scope)
}

/** Copies the parts of a table to where the database can take them from. */
async function stage(
  db: Transaction,
  entries: AsyncGenerator<ArchiveEntry>,
  { name, parts, rows, sha256 }: ManifestTable,
): Promise<void> {
  const hash = createHash('sha256')
  let read = 0
  for (let number = 1; number <= parts; number += 1) {
    const { value: entry } = await entries.next()
    // The file was verified as a whole a moment ago; this is for one that was changed since.
    if (entry?.name !== partName(tableFolder(name), number)) throw changedMeanwhile(name)
    const lines = await linesOf(entry)
    for (const line of lines) hash.update(line).update('\n')
    read += lines.length
    await db.execute(
      sql`insert into loaded_lines (line) select value from json_array_elements(${`[${lines.join(',')}]`}::json)`,
    )
  }
  if (read !== rows || hash.digest('hex') !== sha256) throw changedMeanwhile(name)
}

/** One statement for a table, so that its rows may refer to each other in any order. */
async function insertStaged(db: Transaction, table: BackupTable, scope: Scope): Promise<void> {
  const columns = columnsIn(table, scope)
  const into = `public.${escapeIdentifier(table.name)}`
  const names = columns.map(({ name }) => escapeIdentifier(name)).join(', ')
  const values = columns.map(({ name, type }) => `(line->>${escapeLiteral(name)})::${type}`).join(', ')
  await db.execute(
    sql.raw(
      `insert into ${into} (${names}) overriding system value select ${values} from loaded_lines order by n`,
    ),
  )
  await db.execute(sql.raw('truncate loaded_lines'))
  for (const { name } of columns.filter(({ identity }) => identity))
    await db.execute(
      sql.raw(`select setval(pg_get_serial_sequence(${escapeLiteral(into)}, ${escapeLiteral(name)}), last)
        from (select max(${escapeIdentifier(name)}) as last from ${into}) as numbered where last is not null`),
    )
}

/** Which rows are one programme's follows from other tables too: all must be there. */
async function compare(
  db: Transaction,
  table: BackupTable,
  { tables }: Manifest,
  scope: Scope,
): Promise<void> {
  const described = tables.find(({ name }) => name === table.name)
  const { rows, sha256 } = await tableDigest(db, table, scope)
  if (rows === described?.rows && sha256 === described.sha256) return
  throw new BackupError(
    `The table ${table.name} does not read as it was written: ${rows} rows of ${described?.rows ?? 0}, ` +
      `SHA-256 ${sha256} for ${described?.sha256}. Nothing was restored.`,
  )
}

function changedMeanwhile(table: string): BackupError {
  return new BackupError(
    `The backup was changed while it was read, in the table ${table}. Nothing was restored.`,
  )
}
