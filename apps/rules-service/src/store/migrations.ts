import { sql } from 'drizzle-orm'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Transaction } from './database.ts'

/** One step of the schema, as its file in `drizzle/` has it. */
export interface Migration {
  /** The name of its file without the ending. */
  name: string
  /** SHA-256 of the file, in hexadecimal. */
  hash: string
  statements: string[]
  /** The number under which the database remembers it. */
  when: number
}

/** The database was last used by a newer version of Workplan; its tables are not ours to read. */
export class NewerSchemaError extends Error {
  constructor() {
    super(
      'The database was brought up to date by a newer version of Workplan than this one. ' +
        'Start that version or a newer one; nothing was changed.',
    )
    this.name = 'NewerSchemaError'
  }
}

const FOLDER = join(import.meta.dirname, '../../drizzle')
const List = z.object({ entries: z.array(z.object({ tag: z.string() })) })

/** Every migration of this version, oldest first. */
export function readMigrations(): Migration[] {
  const { entries } = List.parse(JSON.parse(readFileSync(join(FOLDER, 'meta/_journal.json'), 'utf8')))
  return readMigrationFiles({ migrationsFolder: FOLDER }).map(
    ({ hash, sql: statements, folderMillis }, index) => ({
      name: entries[index]?.tag ?? '',
      hash,
      statements,
      when: folderMillis,
    }),
  )
}

/** How many of this version's migrations the database has; 0 when it is new. Throws NewerSchemaError. */
export async function appliedMigrations(db: Transaction): Promise<number> {
  const table = await db.execute(sql`select to_regclass('drizzle.__drizzle_migrations') as found`)
  if (table.rows[0]?.['found'] === null) return 0
  const { rows } = await db.execute<{ when: string }>(
    sql`select created_at::text as when from drizzle.__drizzle_migrations order by created_at`,
  )
  const known = readMigrations()
  if (rows.some(({ when }, index) => Number(when) !== known[index]?.when)) throw new NewerSchemaError()
  return rows.length
}

/**
 * Applies what is missing of the first `level` migrations, all of them when left out. It happens in the caller's
 * transaction: a process that ends in the middle leaves the schema as it was.
 */
export async function applyMigrations(db: Transaction, level?: number): Promise<void> {
  await db.execute(sql`create schema if not exists drizzle`)
  await db.execute(
    sql`create table if not exists drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)`,
  )
  for (const { statements, hash, when } of readMigrations().slice(await appliedMigrations(db), level)) {
    for (const statement of statements) await db.execute(sql.raw(statement))
    await db.execute(
      sql`insert into drizzle.__drizzle_migrations (hash, created_at) values (${hash}, ${when})`,
    )
  }
}
