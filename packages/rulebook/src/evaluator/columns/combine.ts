import type { ProgramNode, ProgramRule } from './compile-program.ts'
import type { TruthRows } from './truth-rows.ts'

/** The subjects of a word for which a rule holds. */
export function holdingBits(
  { node, requires }: ProgramRule,
  leaves: readonly TruthRows[],
  word: number,
): number {
  return yesOf(node, leaves, word) & knownOf(requires, leaves, word)
}

/** The subjects of a word for which a rule does not hold. */
export function failingBits(
  { node, requires }: ProgramRule,
  leaves: readonly TruthRows[],
  word: number,
): number {
  return noOf(node, leaves, word) & knownOf(requires, leaves, word)
}

/** Kleene's yes: of all children for `all`, of one for `any`, a no for `not`. */
function yesOf(node: ProgramNode, leaves: readonly TruthRows[], word: number): number {
  switch (node.kind) {
    case 'leaf':
      return (leaves[node.leaf] as TruthRows).yes[word] as number
    case 'not':
      return noOf(node.child, leaves, word)
    case 'all': {
      let bits = -1
      for (const child of node.children) bits &= yesOf(child, leaves, word)
      return bits
    }
    case 'any': {
      let bits = 0
      for (const child of node.children) bits |= yesOf(child, leaves, word)
      return bits
    }
  }
}

/** Kleene's no: of one child for `all`, of all for `any`, a yes for `not`. */
function noOf(node: ProgramNode, leaves: readonly TruthRows[], word: number): number {
  switch (node.kind) {
    case 'leaf':
      return (leaves[node.leaf] as TruthRows).no[word] as number
    case 'not':
      return yesOf(node.child, leaves, word)
    case 'all': {
      let bits = 0
      for (const child of node.children) bits |= noOf(child, leaves, word)
      return bits
    }
    case 'any': {
      let bits = -1
      for (const child of node.children) bits &= noOf(child, leaves, word)
      return bits
    }
  }
}

function knownOf(requires: readonly number[], leaves: readonly TruthRows[], word: number): number {
  let bits = -1
  for (const leaf of requires) bits &= (leaves[leaf] as TruthRows).yes[word] as number
  return bits
}
