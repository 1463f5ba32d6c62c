import { cellValue, type CellValue, type Column } from './column.ts'

// A spreadsheet takes text that begins like this for a formula; some read the full-width forms and skip leading space.
const RUNS_AS_FORMULA = /^(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/u

/** Text that a spreadsheet will not run: given a leading apostrophe where it would. */
export function safeText(text: string): string {
  return RUNS_AS_FORMULA.test(text) ? `'${text}` : text
}

function csvCell(value: CellValue): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  return `"${safeText(value).replaceAll('"', '""')}"`
}

/**
 * Rows as CSV (RFC 4180, with a byte-order mark so that Excel reads UTF-8). Numbers stay numbers and null is empty;
 * text that a spreadsheet would run as a formula is given a leading apostrophe.
 */
export function toCsv<Row>(columns: Column<Row>[], rows: Row[]): string {
  const lines = [
    columns.map((column) => csvCell(column.title)),
    ...rows.map((row) => columns.map((column) => csvCell(cellValue(column, row)))),
  ]
  return `\uFEFF${lines.map((cells) => cells.join(',')).join('\r\n')}\r\n`
}
