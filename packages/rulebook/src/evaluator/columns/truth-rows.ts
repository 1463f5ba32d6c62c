/**
 * How one comparison comes out for many subjects: bit `i & 31` of word `i >> 5` stands for subject `i`. A subject whose
 * bit is set in neither row cannot be assessed.
 */
export interface TruthRows {
  yes: Int32Array
  no: Int32Array
}

/** Words needed for that many subjects. */
export function wordsFor(subjects: number): number {
  return (subjects + 31) >> 5
}

/** Rows in which nothing can be assessed. */
export function emptyRows(subjects: number): TruthRows {
  const words = wordsFor(subjects)
  return { yes: new Int32Array(words), no: new Int32Array(words) }
}

/** The bits of a word that stand for subjects; the last word may have more bits than there are subjects left. */
export function bitsWithin(word: number, subjects: number): number {
  return word < subjects >> 5 ? -1 : (1 << (subjects & 31)) - 1
}

/** The place of the lowest bit that is set; 0 to 31. */
export function lowestBit(bits: number): number {
  return 31 - Math.clz32(bits & -bits)
}
