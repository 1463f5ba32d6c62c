import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { applyMutant } from './apply-mutant.ts'
import { type Mutant, NOTICING_TESTS } from './mutants.ts'

const PACKAGE = fileURLToPath(new URL('..', import.meta.url))

/** What mutants and their tests are made of; the rest is only read. */
const COPIED = ['src', 'prove', 'bench']
const LINKED = ['node_modules', 'package.json', 'rules', 'conditions', 'frameworks']

/** How the tests came out. */
export interface TestsRun {
  passed: number
  /** The names of those that failed; the first failure ends the run. */
  failed: string[]
}

/** A copy of the package that can be broken without touching the package itself. */
export interface PackageCopy {
  /** Runs the tests with one mutant in place, or with none. */
  run(mutant?: Mutant): Promise<TestsRun>
  remove(): void
}

/** Copies the package to a temporary folder. */
export function copyPackage(): PackageCopy {
  const folder = mkdtempSync(join(tmpdir(), 'rulebook-'))
  for (const part of COPIED) cpSync(join(PACKAGE, part), join(folder, part), { recursive: true })
  for (const part of LINKED) symlinkSync(join(PACKAGE, part), join(folder, part))
  return {
    run: async (mutant) => {
      if (!mutant) return runTests(folder)
      const path = join(folder, mutant.file)
      const source = readFileSync(path, 'utf8')
      writeFileSync(path, applyMutant(mutant, source))
      const run = await runTests(folder)
      writeFileSync(path, source)
      return run
    },
    remove: () => rmSync(folder, { recursive: true }),
  }
}

const VitestReport = z.object({
  numPassedTests: z.number(),
  testResults: z.array(
    z.object({ assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })) }),
  ),
})

async function runTests(folder: string): Promise<TestsRun> {
  const report = join(folder, 'report.json')
  rmSync(report, { force: true })
  const options = ['--reporter=json', `--outputFile=${report}`, '--no-isolate', '--bail=1']
  const command = [join(PACKAGE, 'node_modules/vitest/vitest.mjs'), 'run', ...options, ...NOTICING_TESTS]
  await new Promise<void>((resolve) => {
    execFile(process.execPath, command, { cwd: folder }, () => resolve())
  })
  const { numPassedTests, testResults } = VitestReport.parse(JSON.parse(readFileSync(report, 'utf8')))
  const failed = testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === 'failed')
  return { passed: numPassedTests, failed: failed.map(({ fullName }) => fullName) }
}
