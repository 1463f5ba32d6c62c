import { getTableColumns, type InferSelectModel, type Table } from 'drizzle-orm'
import type { TableRow } from '../stored-parts.ts'

/** A row that was kept as JSON by column, as the table would give it. Columns that came later are null. */
export function typedRow<T extends Table>(table: T, programme: string, row: TableRow): InferSelectModel<T> {
  const fields = Object.entries(getTableColumns(table)).map(([field, { name, dataType }]) => {
    const value = name === 'programme' ? programme : (row[name] ?? null)
    return [field, dataType === 'date' && value !== null ? new Date(value as string) : value]
  })
  return Object.fromEntries(fields) as InferSelectModel<T>
}
