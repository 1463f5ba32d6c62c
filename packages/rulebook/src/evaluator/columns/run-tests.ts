import type { Facts } from '../facts.ts'
import { readFact } from '../read-fact.ts'
import type { ColumnTest, Program, ProgramColumn } from './compile-program.ts'
import { type FactColumn, testColumn, testColumns } from './test-column.ts'
import type { TruthRows } from './truth-rows.ts'

/**
 * How every comparison of a program comes out on the facts of many subjects, by the number of its leaf. Each column is
 * read once and each comparison runs once down it, 32 subjects to a word.
 */
export function runTests(program: Program, factSets: readonly Facts[]): TruthRows[] {
  const leaves: TruthRows[] = []
  const column: FactColumn = []
  const other: FactColumn = []
  for (const read of program.columns) {
    if (read.tests.length === 0) continue
    readColumn(read, factSets, column)
    for (const test of read.tests) leaves[test.leaf] = runTest(test, column)
  }
  return leaves

  function runTest({ operator, needed, neededColumn }: ColumnTest, found: FactColumn): TruthRows {
    if (neededColumn === null) return testColumn(found, operator, needed)
    readColumn(program.columns[neededColumn] as ProgramColumn, factSets, other)
    return testColumns(found, operator, other)
  }
}

/** Puts a fact of every subject, or a part of one, into a list that is used again and again. */
function readColumn({ fact, steps }: ProgramColumn, factSets: readonly Facts[], into: FactColumn): void {
  for (let index = 0; index < factSets.length; index += 1) {
    const facts = factSets[index] as Facts
    into[index] = steps.length === 0 ? (facts[fact] as FactColumn[number]) : readFact(facts, fact, steps)
  }
}
