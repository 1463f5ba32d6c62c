import { sql } from 'drizzle-orm'
import type { Transaction } from './database.ts'
import type { StoredFlag } from './programme.ts'

/** A row of a table with a life of its own, as JSON by column; numbers that the database gave are left out. */
export type TableRow = Record<string, unknown>

/** What the tables keep of a change beyond what its journal rows say under `after`. */
export interface StoredParts {
  /** Flags as they are from this row on. */
  flags?: StoredFlag[]
  /** Rows as they are from this row on, by table. */
  rows?: Partial<Record<ReplayedTable, TableRow[]>>
}

/** The tables that verbs write themselves, with the columns that tell one row from another. */
export const replayedTables = {
  memberships: ['person', 'role', 'app'],
  decisions: ['flag'],
  reports: ['id'],
  rule_settings: ['rule', 'version'],
  programme_rules: ['id', 'version'],
} as const

export type ReplayedTable = keyof typeof replayedTables

/** Tables whose rows are numbered by the database; a programme that moves elsewhere is numbered anew. */
const NUMBERED: ReadonlySet<string> = new Set(['memberships', 'decisions'])

/** Names of the tables, in the order in which they are compared. */
export const replayedTableNames = Object.keys(replayedTables) as ReplayedTable[]

/** The rows of a programme in the tables that verbs write: all, or those that this transaction wrote. */
export async function readTableRows(
  db: Transaction,
  programme: string,
  which: 'all' | 'written here',
): Promise<Partial<Record<ReplayedTable, TableRow[]>>> {
  // Times are written alike wherever the server is.
  await db.execute(sql`set local timezone = 'UTC'`)
  const written = which === 'all' ? sql`true` : sql`t.xmin = pg_current_xact_id()::xid`
  const parts = replayedTableNames.map((name) => {
    const row = NUMBERED.has(name) ? sql`to_jsonb(t) - 'id' - 'programme'` : sql`to_jsonb(t) - 'programme'`
    const order = NUMBERED.has(name) ? sql`t.id` : sql`0`
    return sql`select ${name} as name, ${row} as row, ${order} as place from ${sql.identifier(name)} t
      where t.programme = ${programme} and ${written}`
  })
  const { rows } = await db.execute<{ name: ReplayedTable; row: TableRow }>(
    sql`select name, row from (${sql.join(parts, sql` union all `)}) found order by name, place`,
  )
  return Object.fromEntries(
    [...Map.groupBy(rows, ({ name }) => name)].map(([name, found]) => [name, found.map(({ row }) => row)]),
  )
}

/** Puts a row in its place among those of its table, by what tells them apart; a decision comes after those on its flag. */
export function placeRow(rows: Map<string, TableRow>, table: ReplayedTable, row: TableRow): void {
  const key = keyOfRow(table, row)
  rows.set(table === 'decisions' ? numbered(key, rows) : key, row)
}

function numbered(key: string, taken: ReadonlyMap<string, unknown>): string {
  let number = 1
  while (taken.has(`${key}/${number}`)) number += 1
  return `${key}/${number}`
}

/** What tells a row from the others of its table; of a decision, its flag. */
export function keyOfRow(table: ReplayedTable, row: TableRow): string {
  return replayedTables[table].map((column) => wordOf(row[column])).join('/')
}

function wordOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? `${value}` : ''
}
