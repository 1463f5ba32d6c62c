import type { ProgramNode, ProgramRule } from './compile-program.ts'
import type { TruthRows } from './truth-rows.ts'

/** The subjects of a word for which a rule holds. */
export function holdingBits({ node, requires }: ProgramRule, rows: TruthRows, word: number): number {
  return yesOf(node, rows, word) & knownOf(requires, rows, word)
}

/** The subjects of a word for which a rule does not hold. */
export function failingBits({ node, requires }: ProgramRule, rows: TruthRows, word: number): number {
  return noOf(node, rows, word) & knownOf(requires, rows, word)
}

/** Kleene's yes: of all children for `all`, of one for `any`, a no for `not`. */
function yesOf(node: ProgramNode, rows: TruthRows, word: number): number {
  switch (node.kind) {
    case 'leaf':
      return rows.yes[node.leaf * rows.words + word] as number
    case 'not':
      return noOf(node.child, rows, word)
    case 'all': {
      let bits = -1
      for (const child of node.children) bits &= yesOf(child, rows, word)
      return bits
    }
    case 'any': {
      let bits = 0
      for (const child of node.children) bits |= yesOf(child, rows, word)
      return bits
    }
  }
}

/** Kleene's no: of one child for `all`, of all for `any`, a yes for `not`. */
function noOf(node: ProgramNode, rows: TruthRows, word: number): number {
  switch (node.kind) {
    case 'leaf':
      return rows.no[node.leaf * rows.words + word] as number
    case 'not':
      return yesOf(node.child, rows, word)
    case 'all': {
      let bits = 0
      for (const child of node.children) bits |= noOf(child, rows, word)
      return bits
    }
    case 'any': {
      let bits = -1
      for (const child of node.children) bits &= noOf(child, rows, word)
      return bits
    }
  }
}

function knownOf(requires: readonly number[], rows: TruthRows, word: number): number {
  let bits = -1
  for (const leaf of requires) bits &= rows.yes[leaf * rows.words + word] as number
  return bits
}
