import type { ComparedValue } from '@workplan/domain'
import type { Operator } from '../../rule/operators.ts'
import { testOf } from '../holds-for.ts'
import type { ColumnTest } from './compile-program.ts'
import { emptyRows, type TruthRows } from './truth-rows.ts'
import { flagRows, moreOrSameRows, moreRows, sameNumberRows, sameTextRows } from './typed-rows.ts'

/** The values of one fact, one for each subject; null or undefined where it is not known. */
export type FactColumn = (ComparedValue | undefined)[]

/** Compares a whole column with one value. */
export function testColumn(
  column: FactColumn,
  operator: ColumnTest['operator'],
  needed: ComparedValue,
): TruthRows {
  switch (operator) {
    case 'isKnown':
      return knownRows(column)
    case 'equal':
      return sameRows(column, needed)
    case 'notEqual':
      return turned(sameRows(column, needed))
    case 'greaterThan':
      return moreRows(column, needed as number)
    case 'lessThanInclusive':
      return turned(moreRows(column, needed as number))
    case 'greaterThanInclusive':
      return moreOrSameRows(column, needed as number)
    case 'lessThan':
      return turned(moreOrSameRows(column, needed as number))
    case 'in':
      return oneOfRows(column, needed as string[])
    case 'notIn':
      return turned(oneOfRows(column, needed as string[]))
    case 'contains':
    case 'doesNotContain':
      return testPairs(column, operator, () => needed)
  }
}

/** Compares a column with another, subject by subject. */
export function testColumns(
  column: FactColumn,
  operator: ColumnTest['operator'],
  needed: FactColumn,
): TruthRows {
  return operator === 'isKnown' ? knownRows(column) : testPairs(column, operator, (index) => needed[index])
}

function sameRows(column: FactColumn, needed: ComparedValue): TruthRows {
  if (typeof needed === 'boolean') return needed ? flagRows(column) : turned(flagRows(column))
  return typeof needed === 'number' ? sameNumberRows(column, needed) : sameTextRows(column, needed as string)
}

/** Yes where the fact is one of several texts. */
function oneOfRows(column: FactColumn, needed: readonly string[]): TruthRows {
  const [first, ...others] = needed.map((text) => sameTextRows(column, text))
  const { yes, no } = first ?? emptyRows(column.length)
  for (const other of others) {
    for (let word = 0; word < yes.length; word += 1) {
      yes[word] = (yes[word] as number) | (other.yes[word] as number)
      no[word] = (no[word] as number) & (other.no[word] as number)
    }
  }
  return { yes, no }
}

/** Yes for no and no for yes; what cannot be assessed stays so. */
function turned({ yes, no }: TruthRows): TruthRows {
  return { yes: no, no: yes }
}

/** Yes for every subject whose fact is known, and never no. */
function knownRows(column: FactColumn): TruthRows {
  const rows = emptyRows(column.length)
  for (let index = 0; index < column.length; index += 1) if (isKnown(column[index])) setBit(rows.yes, index)
  return rows
}

function testPairs(
  column: FactColumn,
  operator: Operator,
  neededAt: (index: number) => ComparedValue | undefined,
): TruthRows {
  const { yes, no } = emptyRows(column.length)
  const holds = testOf(operator)
  for (let index = 0; index < column.length; index += 1) {
    const found = column[index]
    const needed = neededAt(index)
    if (!isKnown(found) || !isKnown(needed)) continue
    setBit(holds(found, needed) ? yes : no, index)
  }
  return { yes, no }
}

function setBit(row: Int32Array, index: number): void {
  row[index >> 5] = (row[index >> 5] as number) | (1 << (index & 31))
}

function isKnown(value: ComparedValue | undefined): value is Exclude<ComparedValue, null> {
  return value !== null && value !== undefined
}
