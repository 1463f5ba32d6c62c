import type { Facts } from '../facts.ts'
import { readFact } from '../read-fact.ts'
import type { Program, ProgramLeaf, ProgramNode, ProgramReading } from './compile-program.ts'
import { type FactColumn, knownRow, testColumn, testColumns } from './test-column.ts'
import { allOf, anyOf, negated, type TruthRows, whereKnown, wordsFor } from './truth-rows.ts'

/**
 * The verdicts of every rule of a program, in its order, on the facts of many subjects. Each comparison runs once down its
 * column, 32 subjects to a word; conditions are then combined a word at a time.
 */
export function runProgram(program: Program, factSets: readonly Facts[]): TruthRows[] {
  const words = wordsFor(factSets.length)
  const columns = program.readings.map((reading) => columnOf(reading, factSets))
  const leaves = program.leaves.map((leaf) => testLeaf(leaf, columns))
  return program.rules.map(({ node, requires }) => {
    const rows = combine(node, leaves, words)
    if (requires.length === 0) return rows
    return requires.reduce(
      (known, read) => whereKnown(known, knownRow(columns[read] as FactColumn), words),
      rows,
    )
  })
}

function columnOf({ fact, steps }: ProgramReading, factSets: readonly Facts[]): FactColumn {
  const column: FactColumn[number][] = []
  if (steps.length === 0) for (const facts of factSets) column.push(facts[fact] as FactColumn[number])
  else for (const facts of factSets) column.push(readFact(facts, fact, steps))
  return column
}

function testLeaf(leaf: ProgramLeaf, columns: readonly FactColumn[]): TruthRows {
  const column = columns[leaf.read] as FactColumn
  return leaf.neededRead === null
    ? testColumn(column, leaf.operator, leaf.needed)
    : testColumns(column, leaf.operator, columns[leaf.neededRead] as FactColumn)
}

function combine(node: ProgramNode, leaves: readonly TruthRows[], words: number): TruthRows {
  switch (node.kind) {
    case 'leaf':
      return leaves[node.leaf] as TruthRows
    case 'not':
      return negated(combine(node.child, leaves, words))
    case 'all':
      return allOf(
        node.children.map((child) => combine(child, leaves, words)),
        words,
      )
    case 'any':
      return anyOf(
        node.children.map((child) => combine(child, leaves, words)),
        words,
      )
  }
}
