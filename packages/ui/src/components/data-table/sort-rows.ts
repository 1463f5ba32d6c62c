import { cellValue, type CellValue, type Column, type Sort } from './column.ts'

const words = new Intl.Collator('en-GB', { numeric: true, sensitivity: 'base' })

function compare(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : words.compare(String(a), String(b))
}

/** The place of each different value in their order: most columns have few, and comparing words is slow. */
function ranksOf(values: readonly CellValue[]): ReadonlyMap<CellValue, number> {
  const different = [...new Set(values)].filter((value) => value !== null)
  const ranks = new Map<CellValue, number>()
  let rank = 0
  let before: string | number | undefined
  for (const value of different.toSorted(compare)) {
    if (before !== undefined && compare(before, value) !== 0) rank += 1
    ranks.set(value, rank)
    before = value
  }
  return ranks
}

/** The rows in the asked order; numbers inside words count as numbers, and rows without a value stay last either way. */
export function sortRows<Row>(columns: Column<Row>[], rows: Row[], sort: Sort | null): Row[] {
  const column = sort && columns.find((candidate) => candidate.key === sort.key)
  if (!column) return rows
  const sign = sort.direction === 'ascending' ? 1 : -1
  const valued = rows.map((row) => ({ row, value: cellValue(column, row) }))
  const ranks = ranksOf(valued.map(({ value }) => value))
  return valued
    .toSorted((a, b) => {
      if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null)
      return sign * ((ranks.get(a.value) ?? 0) - (ranks.get(b.value) ?? 0))
    })
    .map(({ row }) => row)
}
