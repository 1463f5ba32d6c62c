import type { FactColumn } from './read-columns.ts'
import type { TruthRows } from './truth-rows.ts'

/*
 * The commonest comparisons, each with a loop of its own for one type of value. Written as one loop that is told what to
 * compare they run several times slower, because the engine cannot know the types; adding a bit in place of choosing
 * by it saves as much again, because half of the choices would be guessed wrong.
 */

/** Yes where the fact is this yes or no. */
export function flagRow(
  column: FactColumn,
  needed: boolean,
  { subjects, words, yes, no }: TruthRows,
  leaf: number,
): void {
  for (let word = 0, index = 0; word < words; word += 1) {
    let trueBits = 0
    let falseBits = 0
    const end = Math.min(index + 32, subjects)
    for (let shift = 0; index < end; index += 1, shift += 1) {
      const found = column[index]
      trueBits |= Number(found === true) << shift
      falseBits |= Number(found === false) << shift
    }
    yes[leaf * words + word] = needed ? trueBits : falseBits
    no[leaf * words + word] = needed ? falseBits : trueBits
  }
}

/** Yes where the fact is this number. */
export function sameNumberRow(
  column: FactColumn,
  needed: number,
  { subjects, words, yes, no }: TruthRows,
  leaf: number,
): void {
  for (let word = 0, index = 0; word < words; word += 1) {
    let known = 0
    let bits = 0
    const end = Math.min(index + 32, subjects)
    for (let shift = 0; index < end; index += 1, shift += 1) {
      const found = column[index] as number | null | undefined
      if (found === null || found === undefined) continue
      known |= 1 << shift
      bits |= Number(found === needed) << shift
    }
    yes[leaf * words + word] = bits
    no[leaf * words + word] = known & ~bits
  }
}

/** Yes where the fact is this text or date. */
export function sameTextRow(
  column: FactColumn,
  needed: string,
  { subjects, words, yes, no }: TruthRows,
  leaf: number,
): void {
  for (let word = 0, index = 0; word < words; word += 1) {
    let known = 0
    let bits = 0
    const end = Math.min(index + 32, subjects)
    for (let shift = 0; index < end; index += 1, shift += 1) {
      const found = column[index] as string | null | undefined
      if (found === null || found === undefined) continue
      known |= 1 << shift
      bits |= Number(found === needed) << shift
    }
    yes[leaf * words + word] = bits
    no[leaf * words + word] = known & ~bits
  }
}

/** Yes where the fact is more than this number. */
export function moreRow(
  column: FactColumn,
  needed: number,
  { subjects, words, yes, no }: TruthRows,
  leaf: number,
): void {
  for (let word = 0, index = 0; word < words; word += 1) {
    let known = 0
    let bits = 0
    const end = Math.min(index + 32, subjects)
    for (let shift = 0; index < end; index += 1, shift += 1) {
      const found = column[index] as number | null | undefined
      if (found === null || found === undefined) continue
      known |= 1 << shift
      bits |= Number(found > needed) << shift
    }
    yes[leaf * words + word] = bits
    no[leaf * words + word] = known & ~bits
  }
}

/** Yes where the fact is this number or more. */
export function moreOrSameRow(
  column: FactColumn,
  needed: number,
  { subjects, words, yes, no }: TruthRows,
  leaf: number,
): void {
  for (let word = 0, index = 0; word < words; word += 1) {
    let known = 0
    let bits = 0
    const end = Math.min(index + 32, subjects)
    for (let shift = 0; index < end; index += 1, shift += 1) {
      const found = column[index] as number | null | undefined
      if (found === null || found === undefined) continue
      known |= 1 << shift
      bits |= Number(found >= needed) << shift
    }
    yes[leaf * words + word] = bits
    no[leaf * words + word] = known & ~bits
  }
}
