import { cellValue, type CellValue, type Column } from './column.ts'
import { safeText } from './to-csv.ts'

/**
 * Rows as text with a tab between cells, as spreadsheets take from the clipboard. Line breaks within a cell become spaces,
 * numbers stay numbers, null is empty, and nothing runs as a formula.
 */
export function toTabs<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const lines = [
    columns.map((column) => tabCell(column.title)),
    ...rows.map((row) => columns.map((column) => tabCell(cellValue(column, row)))),
  ]
  return lines.map((cells) => cells.join('\t')).join('\r\n')
}

function tabCell(value: CellValue): string {
  if (value === null) return ''
  return typeof value === 'number' ? String(value) : safeText(value.replaceAll(/\s+/g, ' ').trim())
}
