import { downloadText, toCsv, type Column } from '@workplan/ui'

/** Saves what a table shows as `<name>.csv`. */
export function saveTable<Row>(name: string, shown: { columns: Column<Row>[]; rows: Row[] }): void {
  downloadText(`${name}.csv`, toCsv(shown.columns, shown.rows))
}
