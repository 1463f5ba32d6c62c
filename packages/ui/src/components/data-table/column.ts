/** What a cell holds for sorting and export. Null is nothing to show. */
export type CellValue = string | number | null

/** One column of a table. */
export interface Column<Row> {
  key: string
  title: string
  titleHidden?: boolean
  sortable?: boolean
  numeric?: boolean
  /** The cell that names the row; the first column unless one says so. */
  rowHeader?: boolean
  /** On a narrow screen: in the table, named in a list beneath the row, or folded into the row's details. */
  phone?: 'show' | 'beneath' | 'detail'
  value?: (row: Row) => CellValue
}

/** The order of a table. */
export interface Sort {
  key: string
  direction: 'ascending' | 'descending'
}

/** The name of one thing in the table, and of several. */
export interface Noun {
  one: string
  many: string
}

/** The value of a cell: what the column's own function gives, or the field of that name when it is text or a number. */
export function cellValue<Row>(column: Column<Row>, row: Row): CellValue {
  if (column.value) return column.value(row)
  const field: unknown = typeof row === 'object' && row !== null ? Reflect.get(row, column.key) : null
  return typeof field === 'string' || typeof field === 'number' ? field : null
}

/** The column that names the row. */
export function rowHeaderOf<Row>(columns: Column<Row>[]): Column<Row> | undefined {
  return columns.find((column) => column.rowHeader) ?? columns[0]
}
