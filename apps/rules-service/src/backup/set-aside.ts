import { sql } from 'drizzle-orm'
import { escapeIdentifier } from 'pg'
import type { Transaction } from '../store/database.ts'
import { BackupError } from './backup-error.ts'
import { readTables } from './backup-tables.ts'

/** What a database holds: no table, Workplan's tables without a row, or data. */
export type Contents = 'nothing' | 'empty tables' | 'data'

/** The schemas of Workplan: its tables, and the list of migrations. */
const SCHEMAS = ['public', 'drizzle']

/** What the database holds. Throws BackupError when its tables are not those of Workplan. */
export async function contentsOf(db: Transaction): Promise<Contents> {
  const tables = await readTables(db)
  if (tables.length === 0) return 'nothing'
  const migrations = await db.execute(sql`select to_regclass('drizzle.__drizzle_migrations') as found`)
  if (migrations.rows[0]?.['found'] === null)
    throw new BackupError(
      'The database holds tables of something else than Workplan. Use a database of its own.',
    )
  for (const { name } of tables) {
    const { rows } = await db.execute(sql.raw(`select 1 from public.${escapeIdentifier(name)} limit 1`))
    if (rows.length > 0) return 'data'
  }
  return 'empty tables'
}

/** Gives Workplan's schemas other names, which end in the suffix, and makes an empty `public`. */
export async function setAside(db: Transaction, suffix: string): Promise<void> {
  for (const schema of SCHEMAS) await rename(db, schema, keptName(schema, suffix))
  await db.execute(sql`create schema public`)
  await db.execute(sql`grant usage on schema public to public`)
}

/** Removes what took the place of the schemas set aside, and gives those their names again. */
export async function putBack(db: Transaction, suffix: string): Promise<void> {
  for (const schema of SCHEMAS) {
    await db.execute(sql.raw(`drop schema ${escapeIdentifier(schema)} cascade`))
    await rename(db, keptName(schema, suffix), schema)
  }
}

/** Removes the schemas set aside, for good. */
export async function dropAside(db: Transaction, suffix: string): Promise<void> {
  for (const schema of SCHEMAS)
    await db.execute(sql.raw(`drop schema ${escapeIdentifier(keptName(schema, suffix))} cascade`))
}

/** The name under which a schema is kept. */
export function keptName(schema: string, suffix: string): string {
  return `${schema}_${suffix}`
}

async function rename(db: Transaction, from: string, to: string): Promise<void> {
  await db.execute(sql.raw(`alter schema ${escapeIdentifier(from)} rename to ${escapeIdentifier(to)}`))
}
