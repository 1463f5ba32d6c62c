import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { repositoryRoot } from './run-command.ts'
import { playwrightTotals, type Totals, vitestTotals } from './test-totals.ts'

/** Where a runner leaves its JSON report, relative to the root, and how to read it. */
export interface ReportFile {
  path: string
  parse: (report: unknown) => Totals
}

/** What a report says, or why nothing can be taken from it. */
export type ReadReport = { path: string; totals: Totals } | { path: string; problem: string }

/** The report that the unit tests of a package leave. */
export function unitReport(folder: string): ReportFile {
  return { path: `${folder}/reports/vitest.json`, parse: vitestTotals }
}

/** The report that the browser tests leave. */
export const browserReport: ReportFile = { path: 'e2e/reports/playwright.json', parse: playwrightTotals }

/** Removes reports of earlier runs, so that none of them is read as today's. */
export function removeReports(files: readonly ReportFile[]): void {
  for (const { path } of files) rmSync(join(repositoryRoot, path), { force: true })
}

/** Reads each report; one that is missing, unreadable or without a single test is a problem. */
export function readReports(files: readonly ReportFile[], root = repositoryRoot): ReadReport[] {
  return files.map(({ path, parse }) => {
    try {
      const totals = parse(JSON.parse(readFileSync(join(root, path), 'utf8')))
      if (totals.passed + totals.failed === 0) return { path, problem: 'has not run a single test' }
      return { path, totals }
    } catch (error) {
      return { path, problem: `gives no result: ${error instanceof Error ? error.message : String(error)}` }
    }
  })
}
