import { proofConfig } from './config.ts'
import { proveEquality } from './prove-equality.ts'

/** Compares our evaluator with json-rules-engine on generated rules and facts: `N=50000 SEED=1 pnpm prove:rules`. */
const { factSets, seed } = proofConfig
process.stdout.write(`Seed ${seed}\n`)
const { rules, verdicts } = await proveEquality(factSets, seed)
const count = Object.values(verdicts).reduce((sum, some) => sum + some, 0)
process.stdout.write(
  `${count} sets of facts judged and explained by ${rules} rules: no difference from json-rules-engine. ` +
    `${verdicts.holds} hold, ${verdicts['does-not-hold']} do not, ${verdicts['not-assessable']} cannot be assessed.\n`,
)
