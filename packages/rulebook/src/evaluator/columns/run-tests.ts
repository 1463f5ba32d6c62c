import type { Facts } from '../facts.ts'
import type { Program } from './compile-program.ts'
import type { FactColumn } from './read-columns.ts'
import { testColumn, testColumns } from './test-column.ts'
import { emptyRows, type TruthRows } from './truth-rows.ts'

/**
 * How every comparison of a program comes out on the facts of many subjects. Each fact is read once and each comparison
 * runs once down its column, 32 subjects to a word.
 */
export function runTests({ read, tests }: Program, factSets: readonly Facts[]): TruthRows {
  const columns = read(factSets)
  const rows = emptyRows(tests.length, factSets.length)
  for (const { leaf, column, operator, needed, neededColumn } of tests) {
    const found = columns[column] as FactColumn
    if (neededColumn === null) testColumn(found, operator, needed, rows, leaf)
    else testColumns(found, operator, columns[neededColumn] as FactColumn, rows, leaf)
  }
  return rows
}
