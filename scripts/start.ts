import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { buildNotices, failedPackages } from './build-notices.ts'
import { forwardSignals } from './forward-signals.ts'
import { commandEnvironment, repositoryRoot, runCommand } from './run-command.ts'
import { vueApps } from './workspaces.ts'

const apps = vueApps()
const hasPage = (app: string) => existsSync(join(repositoryRoot, 'apps', app, 'dist/index.html'))

console.log(`Building ${apps.join(', ')} (up to a minute the first time, a moment when nothing has changed)`)
const started = Date.now()
const build = await runCommand('turbo', [
  'run',
  'build',
  '--continue=dependencies-successful',
  '--output-logs=errors-only',
])
if (build.code !== 0) console.error(build.output)
console.log(`Build ended after ${Math.round((Date.now() - started) / 1000)} s`)
const outcome = { failed: failedPackages(build.output), withPage: apps.filter(hasPage) }
for (const notice of buildNotices(apps, outcome)) console.error(notice)

console.log('Starting the service')
const service = spawn(process.execPath, ['apps/rules-service/src/main.ts'], {
  cwd: repositoryRoot,
  env: commandEnvironment(),
  stdio: 'inherit',
})
forwardSignals(service)
service.once('close', (code) => (process.exitCode = code ?? 1))
