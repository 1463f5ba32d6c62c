import { sql } from 'drizzle-orm'
import { createHash } from 'node:crypto'
import { escapeIdentifier } from 'pg'
import type { Transaction } from '../store/database.ts'
import { type BackupTable, columnsIn, conditionOf, orderOf, type Scope } from './backup-tables.ts'

const ROWS_PER_QUERY = 200

/** The rows of a table, each as a line of JSON: its columns, as texts or null. A few are in memory at a time. */
export async function* tableLines(
  db: Transaction,
  table: BackupTable,
  scope: Scope,
  schema = 'public',
): AsyncGenerator<string> {
  const columns = columnsIn(table, scope)
  const values = columns.map(({ name }) => `t.${escapeIdentifier(name)}::text`).join(', ')
  await db.execute(
    sql.raw(`declare rows_of_table no scroll cursor for
      select json_build_array(${values}) as row from ${escapeIdentifier(schema)}.${escapeIdentifier(table.name)} t
      where ${conditionOf(table, scope, schema)} order by ${orderOf(table)}`),
  )
  for (;;) {
    const { rows } = await db.execute<{ row: (string | null)[] }>(
      sql.raw(`fetch ${ROWS_PER_QUERY} from rows_of_table`),
    )
    for (const { row } of rows)
      yield JSON.stringify(Object.fromEntries(columns.map(({ name }, index) => [name, row[index] ?? null])))
    if (rows.length < ROWS_PER_QUERY) break
  }
  await db.execute(sql.raw('close rows_of_table'))
}

/** The number of rows of a table and the SHA-256 of their lines, as in a manifest. */
export async function tableDigest(
  db: Transaction,
  table: BackupTable,
  scope: Scope,
  schema = 'public',
): Promise<{ rows: number; sha256: string }> {
  const hash = createHash('sha256')
  let rows = 0
  for await (const line of tableLines(db, table, scope, schema)) {
    hash.update(line).update('\n')
    rows += 1
  }
  return { rows, sha256: hash.digest('hex') }
}
