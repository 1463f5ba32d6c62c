import type { Verdict } from '@workplan/domain'
import { failingBits, holdingBits } from './columns/combine.ts'
import { compileProgram, type Judgement } from './columns/compile-program.ts'
import { runTests } from './columns/run-tests.ts'
import type { Facts } from './facts.ts'

/** The verdict of one rule on each set of facts. */
export function judgeFacts(judgement: Judgement, factSets: readonly Facts[]): Verdict[] {
  const program = compileProgram([judgement])
  const rows = runTests(program, factSets)
  const [rule] = program.rules
  if (!rule) return []
  return factSets.map((_, index) => {
    const bit = 1 << (index & 31)
    if ((holdingBits(rule, rows, index >> 5) & bit) !== 0) return 'holds'
    return (failingBits(rule, rows, index >> 5) & bit) !== 0 ? 'does-not-hold' : 'not-assessable'
  })
}
