/**
 * How the comparisons of a program come out for many subjects: one row of `words` words for each leaf, in which bit
 * `i & 31` of word `i >> 5` stands for subject `i`. A subject whose bit is set in neither row cannot be assessed.
 */
export interface TruthRows {
  subjects: number
  words: number
  yes: Int32Array
  no: Int32Array
}

/** Rows for so many leaves, in which nothing can be assessed. */
export function emptyRows(leaves: number, subjects: number): TruthRows {
  const words = (subjects + 31) >> 5
  return {
    subjects,
    words,
    yes: new Int32Array(leaves * words),
    no: new Int32Array(leaves * words),
  }
}

/** The bits of a word that stand for subjects; the last word may have more bits than there are subjects left. */
export function bitsWithin(word: number, subjects: number): number {
  return word < subjects >> 5 ? -1 : (1 << (subjects & 31)) - 1
}

/** The place of the lowest bit that is set; 0 to 31. */
export function lowestBit(bits: number): number {
  return 31 - Math.clz32(bits & -bits)
}
