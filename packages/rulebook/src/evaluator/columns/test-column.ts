import type { ComparedValue } from '@workplan/domain'
import { testOf } from '../holds-for.ts'
import type { ColumnOperator } from './compile-program.ts'
import type { FactColumn } from './read-columns.ts'
import type { TruthRows } from './truth-rows.ts'
import { flagRow, moreOrSameRow, moreRow, sameNumberRow, sameTextRow } from './typed-rows.ts'

/** Compares a whole column with one value and fills in the row of a leaf, which must be empty. */
export function testColumn(
  column: FactColumn,
  operator: ColumnOperator,
  needed: ComparedValue,
  rows: TruthRows,
  leaf: number,
): void {
  if (operator === 'equal' && typeof needed === 'boolean') flagRow(column, needed, rows, leaf)
  else if (operator === 'equal' && typeof needed === 'number') sameNumberRow(column, needed, rows, leaf)
  else if (operator === 'equal') sameTextRow(column, needed as string, rows, leaf)
  else if (operator === 'greaterThan') moreRow(column, needed as number, rows, leaf)
  else if (operator === 'greaterThanInclusive') moreOrSameRow(column, needed as number, rows, leaf)
  else if (operator === 'isKnown') knownRow(column, rows, leaf)
  else pairRow(column, operator, () => needed, rows, leaf)
}

/** Compares a column with another, subject by subject, and fills in the row of a leaf, which must be empty. */
export function testColumns(
  column: FactColumn,
  operator: ColumnOperator,
  needed: FactColumn,
  rows: TruthRows,
  leaf: number,
): void {
  if (operator === 'isKnown') knownRow(column, rows, leaf)
  else pairRow(column, operator, (subject) => needed[subject], rows, leaf)
}

/** Yes for every subject whose fact is known, and never no. */
function knownRow(column: FactColumn, { subjects, words, yes }: TruthRows, leaf: number): void {
  for (let subject = 0; subject < subjects; subject += 1)
    if (isKnown(column[subject])) setBit(yes, leaf * words, subject)
}

function pairRow(
  column: FactColumn,
  operator: Exclude<ColumnOperator, 'isKnown'>,
  neededAt: (subject: number) => ComparedValue | undefined,
  { subjects, words, yes, no }: TruthRows,
  leaf: number,
): void {
  const holds = testOf(operator)
  for (let subject = 0; subject < subjects; subject += 1) {
    const found = column[subject]
    const needed = neededAt(subject)
    if (isKnown(found) && isKnown(needed)) setBit(holds(found, needed) ? yes : no, leaf * words, subject)
  }
}

function setBit(row: Int32Array, start: number, subject: number): void {
  const word = start + (subject >> 5)
  row[word] = (row[word] as number) | (1 << (subject & 31))
}

function isKnown(value: ComparedValue | undefined): value is Exclude<ComparedValue, null> {
  return value !== null && value !== undefined
}
