import { MUTANTS } from './mutants.ts'
import { copyPackage } from './package-copy.ts'

/** Breaks a copy of the evaluator in every way listed and runs its tests; fails when they do not notice one of them. */
const copy = copyPackage()
let survivors = 0
try {
  const whole = await copy.run()
  if (whole.failed.length > 0 || whole.passed === 0) throw new Error('the tests fail without any mutant')
  process.stdout.write(`Without a mutant ${whole.passed} tests pass.\n`)
  for (const mutant of MUTANTS) {
    const { failed } = await copy.run(mutant)
    if (failed.length === 0) survivors += 1
    const noticed = failed[0] === undefined ? 'SURVIVED' : `caught by "${failed[0]}"`
    process.stdout.write(`${mutant.name} (${mutant.why}): ${noticed}\n`)
  }
} finally {
  copy.remove()
}
process.stdout.write(`${MUTANTS.length - survivors} of ${MUTANTS.length} mutants caught.\n`)
process.exitCode = survivors === 0 ? 0 : 1
