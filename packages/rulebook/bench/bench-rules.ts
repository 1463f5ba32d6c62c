import { benchConfig } from './config.ts'
import { everyVariantAgrees, report } from './report.ts'
import { runRounds } from './run-rounds.ts'

/** Measures the evaluator against json-rules-engine and rules written by hand; fails when their flags differ. */
const rounds = await runRounds(benchConfig, (line) => process.stderr.write(`${line}\n`))
process.stdout.write(`${report(rounds, benchConfig)}\n`)
process.exitCode = everyVariantAgrees(rounds) ? 0 : 1
