import { cellValue, type CellValue, type Column, type Sort } from './column.ts'

const words = new Intl.Collator('en-GB', { numeric: true, sensitivity: 'base' })

function compare(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : words.compare(String(a), String(b))
}

/** The rows in the asked order; numbers inside words count as numbers, and rows without a value stay last either way. */
export function sortRows<Row>(columns: Column<Row>[], rows: Row[], sort: Sort | null): Row[] {
  const column = sort && columns.find((candidate) => candidate.key === sort.key)
  if (!column) return rows
  const sign = sort.direction === 'ascending' ? 1 : -1
  const valued: { row: Row; value: CellValue }[] = rows.map((row) => ({ row, value: cellValue(column, row) }))
  valued.sort((a, b) => {
    if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null)
    return sign * compare(a.value, b.value)
  })
  return valued.map(({ row }) => row)
}
