import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { forwardSignals } from './forward-signals.ts'
import { commandEnvironment, repositoryRoot } from './run-command.ts'

/** Every app's Vite server with hot reload, and the service, behind one address: turbo's proxy routes by path. */
const proxyFile = join(repositoryRoot, 'apps/rules-service/microfrontends.json')
const proxySettings = z.object({
  options: z.object({ localProxyPort: z.int() }),
  applications: z.record(
    z.string(),
    z.object({ development: z.object({ local: z.object({ port: z.int() }) }) }),
  ),
})
const { options, applications } = proxySettings.parse(JSON.parse(readFileSync(proxyFile, 'utf8')))
const servicePort = String(applications['@workplan/rules-service']?.development.local.port)
const address = `http://localhost:${options.localProxyPort}`

console.log(
  `Workplan with hot reload will be at ${address}/ as soon as the lines below say that all are ready.`,
)
const turbo = spawn('turbo', ['run', 'dev'], {
  cwd: repositoryRoot,
  env: commandEnvironment({
    PORT: servicePort,
    WORKPLAN_PUBLIC_URL: address,
    WORKPLAN_SERVICE: `http://127.0.0.1:${servicePort}`,
  }),
  shell: process.platform === 'win32',
  stdio: 'inherit',
})
forwardSignals(turbo)
turbo.once('close', (code) => (process.exitCode = code ?? 1))
