import { runSteps } from './run-steps.ts'
import { verifySteps } from './verify-steps.ts'

const failed = await runSteps(verifySteps, (line) => console.log(line))
console.log(failed === 0 ? '\nAll is well.' : `\n${failed} of ${verifySteps.length} steps failed.`)
process.exitCode = failed === 0 ? 0 : 1
