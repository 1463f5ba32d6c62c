import type { Verdict } from '@workplan/domain'
import { compileProgram, type Judgement } from './columns/compile-program.ts'
import { runProgram } from './columns/run-program.ts'
import { verdictAt } from './columns/truth-at.ts'
import type { TruthRows } from './columns/truth-rows.ts'
import type { Facts } from './facts.ts'

/** The verdict of one rule on each set of facts. */
export function judgeFacts(rule: Judgement, factSets: readonly Facts[]): Verdict[] {
  const [rows] = runProgram(compileProgram([rule]), factSets)
  return factSets.map((_, index) => verdictAt(rows as TruthRows, index))
}
