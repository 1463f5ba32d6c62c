import type { Verdict } from '@workplan/domain'
import type { TruthRows } from './truth-rows.ts'

/** The verdict on one subject. */
export function verdictAt({ yes, no }: TruthRows, index: number): Verdict {
  const bit = 1 << (index & 31)
  if (((yes[index >> 5] as number) & bit) !== 0) return 'holds'
  return ((no[index >> 5] as number) & bit) !== 0 ? 'does-not-hold' : 'not-assessable'
}

/** Calls `visit` for every subject the rows say yes to, in order. */
export function forEachYes({ yes }: TruthRows, visit: (index: number) => void): void {
  for (let word = 0; word < yes.length; word += 1) visitBits(yes[word] as number, word, visit)
}

/** Calls `visit` for every one of so many subjects that cannot be assessed, in order. */
export function forEachNotAssessable(
  { yes, no }: TruthRows,
  subjects: number,
  visit: (index: number) => void,
): void {
  for (let word = 0; word < yes.length; word += 1) {
    const within = word < subjects >> 5 ? -1 : (1 << (subjects & 31)) - 1
    visitBits(~((yes[word] as number) | (no[word] as number)) & within, word, visit)
  }
}

function visitBits(bits: number, word: number, visit: (index: number) => void): void {
  for (let left = bits; left !== 0; left &= left - 1) visit((word << 5) + 31 - Math.clz32(left & -left))
}
