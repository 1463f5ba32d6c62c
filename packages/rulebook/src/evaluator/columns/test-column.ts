import type { ComparedValue } from '@workplan/domain'
import type { Operator } from '../../rule/operators.ts'
import { holdsFor } from '../holds-for.ts'
import { type TruthRows, wordsFor } from './truth-rows.ts'

/** The values of one fact, one for each subject; null or undefined where it is not known. */
export type FactColumn = readonly (ComparedValue | undefined)[]

/**
 * Compares a whole column with one value. The commonest operators have a loop of their own, because a loop that calls
 * a different function each time runs several times slower; all others share one that asks `holdsFor`.
 */
export function testColumn(column: FactColumn, operator: Operator, needed: ComparedValue): TruthRows {
  switch (operator) {
    case 'equal':
      return equalRows(column, needed)
    case 'notEqual': {
      const { yes, no } = equalRows(column, needed)
      return { yes: no, no: yes }
    }
    case 'greaterThan':
      return moreRows(column, needed as number)
    case 'lessThanInclusive': {
      const { yes, no } = moreRows(column, needed as number)
      return { yes: no, no: yes }
    }
    case 'lessThan':
      return lessRows(column, needed as number)
    case 'greaterThanInclusive': {
      const { yes, no } = lessRows(column, needed as number)
      return { yes: no, no: yes }
    }
    default:
      return testPairs(column, operator, () => needed)
  }
}

/** Compares a column with another, subject by subject. */
export function testColumns(column: FactColumn, operator: Operator, needed: FactColumn): TruthRows {
  return testPairs(column, operator, (index) => needed[index])
}

/** The subjects whose fact is known. */
export function knownRow(column: FactColumn): Int32Array {
  const known = new Int32Array(wordsFor(column.length))
  for (let index = 0; index < column.length; index += 1)
    if (isKnown(column[index])) known[index >> 5] = (known[index >> 5] as number) | (1 << (index & 31))
  return known
}

function equalRows(column: FactColumn, needed: ComparedValue): TruthRows {
  const { yes, no } = emptyRows(column.length)
  for (let word = 0, index = 0; word < yes.length; word += 1) {
    let yesBits = 0
    let noBits = 0
    const end = Math.min(index + 32, column.length)
    for (let bit = 1; index < end; index += 1, bit <<= 1) {
      const found = column[index]
      if (found === null || found === undefined) continue
      if (found === needed) yesBits |= bit
      else noBits |= bit
    }
    yes[word] = yesBits
    no[word] = noBits
  }
  return { yes, no }
}

function moreRows(column: FactColumn, needed: number): TruthRows {
  const { yes, no } = emptyRows(column.length)
  for (let word = 0, index = 0; word < yes.length; word += 1) {
    let yesBits = 0
    let noBits = 0
    const end = Math.min(index + 32, column.length)
    for (let bit = 1; index < end; index += 1, bit <<= 1) {
      const found = column[index] as number | null | undefined
      if (found === null || found === undefined) continue
      if (found > needed) yesBits |= bit
      else noBits |= bit
    }
    yes[word] = yesBits
    no[word] = noBits
  }
  return { yes, no }
}

function lessRows(column: FactColumn, needed: number): TruthRows {
  const { yes, no } = emptyRows(column.length)
  for (let word = 0, index = 0; word < yes.length; word += 1) {
    let yesBits = 0
    let noBits = 0
    const end = Math.min(index + 32, column.length)
    for (let bit = 1; index < end; index += 1, bit <<= 1) {
      const found = column[index] as number | null | undefined
      if (found === null || found === undefined) continue
      if (found < needed) yesBits |= bit
      else noBits |= bit
    }
    yes[word] = yesBits
    no[word] = noBits
  }
  return { yes, no }
}

function testPairs(
  column: FactColumn,
  operator: Operator,
  neededAt: (index: number) => ComparedValue | undefined,
): TruthRows {
  const { yes, no } = emptyRows(column.length)
  for (let index = 0; index < column.length; index += 1) {
    const found = column[index]
    const needed = neededAt(index)
    if (!isKnown(found) || !isKnown(needed)) continue
    const rows = holdsFor(operator, found, needed) ? yes : no
    rows[index >> 5] = (rows[index >> 5] as number) | (1 << (index & 31))
  }
  return { yes, no }
}

function emptyRows(subjects: number): TruthRows {
  const words = wordsFor(subjects)
  return { yes: new Int32Array(words), no: new Int32Array(words) }
}

function isKnown(value: ComparedValue | undefined): value is Exclude<ComparedValue, null> {
  return value !== null && value !== undefined
}
