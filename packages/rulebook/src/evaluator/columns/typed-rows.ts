import type { FactColumn } from './test-column.ts'
import { emptyRows, type TruthRows } from './truth-rows.ts'

/*
 * The commonest comparisons, each with a loop of its own for one type of value. Written as one loop that is told what to
 * compare they run several times slower, because the engine cannot know the types; adding a bit in place of choosing
 * by it saves as much again, because half of the choices would be guessed wrong.
 */

/** Yes where the fact is true, no where it is false. */
export function flagRows(column: FactColumn): TruthRows {
  const { yes, no } = emptyRows(column.length)
  for (let word = 0, index = 0; word < yes.length; word += 1) {
    let trueBits = 0
    let falseBits = 0
    const end = Math.min(index + 32, column.length)
    for (let shift = 0; index < end; index += 1, shift += 1) {
      const found = column[index]
      trueBits |= Number(found === true) << shift
      falseBits |= Number(found === false) << shift
    }
    yes[word] = trueBits
    no[word] = falseBits
  }
  return { yes, no }
}

/** Yes where the fact is this number. */
export function sameNumberRows(column: FactColumn, needed: number): TruthRows {
  const { yes, no } = emptyRows(column.length)
  for (let word = 0, index = 0; word < yes.length; word += 1) {
    let known = 0
    let bits = 0
    const end = Math.min(index + 32, column.length)
    for (let shift = 0; index < end; index += 1, shift += 1) {
      const found = column[index] as number | null | undefined
      if (found === null || found === undefined) continue
      known |= 1 << shift
      bits |= Number(found === needed) << shift
    }
    yes[word] = bits
    no[word] = known & ~bits
  }
  return { yes, no }
}

/** Yes where the fact is this text or date. */
export function sameTextRows(column: FactColumn, needed: string): TruthRows {
  const { yes, no } = emptyRows(column.length)
  for (let word = 0, index = 0; word < yes.length; word += 1) {
    let known = 0
    let bits = 0
    const end = Math.min(index + 32, column.length)
    for (let shift = 0; index < end; index += 1, shift += 1) {
      const found = column[index] as string | null | undefined
      if (found === null || found === undefined) continue
      known |= 1 << shift
      bits |= Number(found === needed) << shift
    }
    yes[word] = bits
    no[word] = known & ~bits
  }
  return { yes, no }
}

/** Yes where the fact is more than this number. */
export function moreRows(column: FactColumn, needed: number): TruthRows {
  const { yes, no } = emptyRows(column.length)
  for (let word = 0, index = 0; word < yes.length; word += 1) {
    let known = 0
    let bits = 0
    const end = Math.min(index + 32, column.length)
    for (let shift = 0; index < end; index += 1, shift += 1) {
      const found = column[index] as number | null | undefined
      if (found === null || found === undefined) continue
      known |= 1 << shift
      bits |= Number(found > needed) << shift
    }
    yes[word] = bits
    no[word] = known & ~bits
  }
  return { yes, no }
}

/** Yes where the fact is this number or more. */
export function moreOrSameRows(column: FactColumn, needed: number): TruthRows {
  const { yes, no } = emptyRows(column.length)
  for (let word = 0, index = 0; word < yes.length; word += 1) {
    let known = 0
    let bits = 0
    const end = Math.min(index + 32, column.length)
    for (let shift = 0; index < end; index += 1, shift += 1) {
      const found = column[index] as number | null | undefined
      if (found === null || found === undefined) continue
      known |= 1 << shift
      bits |= Number(found >= needed) << shift
    }
    yes[word] = bits
    no[word] = known & ~bits
  }
  return { yes, no }
}
