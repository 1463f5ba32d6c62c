import { getTableColumns, getTableName } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { Transaction } from './database.ts'
import { plainQuery, type Query } from './transaction.ts'

/** Statements for more rows are long, and seldom asked for twice. */
const MOST_ROWS_KEPT = 20

/**
 * Inserts rows into a table; what a row leaves out is null where another says it, and the default otherwise. The statement is
 * written once for each small number of rows: to build it anew takes longer than the database takes to do it. `onConflict` is
 * what follows the rows.
 */
export function rowInserter<Table extends PgTable>(table: Table, onConflict = '') {
  const columns = getTableColumns(table)
  const texts = new Map<string, string>()

  function textOf(keys: readonly string[], count: number): string {
    const key = `${count} ${keys.join(' ')}`
    const known = texts.get(key)
    if (known !== undefined) return known
    const names = keys.map((each) => `"${columns[each]?.name}"`)
    const rows = Array.from({ length: count }, (_, row) => {
      const values = keys.map((_key, index) => `$${row * keys.length + index + 1}`)
      return `(${values.join(', ')})`
    })
    const text = `insert into "${getTableName(table)}" (${names.join(', ')}) values ${rows.join(', ')} ${onConflict}`
    if (count <= MOST_ROWS_KEPT) texts.set(key, text)
    return text
  }

  return (db: Transaction, rows: readonly Table['$inferInsert'][]): Query => {
    const keys = Object.keys(columns).filter((key) => rows.some((row) => key in row))
    const values = rows.flatMap((row: Record<string, unknown>) =>
      keys.map((key) => (row[key] === null ? null : columns[key]?.mapToDriverValue(row[key]))),
    )
    return plainQuery(db, textOf(keys, rows.length), values)
  }
}
