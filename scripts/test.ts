import { browserReport, readReports, removeReports, unitReport } from './read-reports.ts'
import { runCommand } from './run-command.ts'
import { sumTotals, totalsLine } from './test-totals.ts'
import { packageFolders } from './workspaces.ts'

/** Every test of the repository: units and the service first, then the built product in a browser. */
const reports = [
  ...packageFolders()
    .filter((folder) => folder !== 'e2e')
    .map(unitReport),
  browserReport,
]
removeReports(reports)

const turbo = ['--continue=dependencies-successful', '--concurrency=100%', '--log-order=grouped']
console.log('Unit and service tests (a few minutes the first time)')
const units = await runCommand('turbo', ['run', 'test', '--output-logs=new-only', ...turbo], { show: true })
console.log('Building the apps for the browser tests')
const build = await runCommand('turbo', ['run', 'build', '--output-logs=errors-only', ...turbo], {
  show: true,
})
console.log('Browser tests')
const browser = await runCommand(process.execPath, ['e2e/run-browser-tests.ts'], { show: true })

const read = readReports(reports)
const totals = sumTotals(read.flatMap((report) => ('totals' in report ? report.totals : [])))
const problems = read.flatMap((report) => ('problem' in report ? `${report.path} ${report.problem}` : []))
const exitCodes = { 'the unit tests': units.code, 'the build': build.code, 'the browser tests': browser.code }
for (const [name, code] of Object.entries(exitCodes)) {
  if (code !== 0 && totals.failed === 0) problems.push(`${name} ended with code ${code}`)
}

console.log('')
for (const problem of problems) console.log(`FAILED  ${problem}`)
const all = sumTotals([totals, { passed: 0, failed: problems.length, skipped: 0 }])
console.log(totalsLine(all))
process.exitCode = all.failed > 0 || all.passed === 0 ? 1 : 0
