import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { provideBrowser } from './browser/provide-browser.ts'

/** Provides a browser before Playwright starts its workers, so that they do not race for it, then runs Playwright. */
const playwright = join(
  dirname(createRequire(import.meta.url).resolve('@playwright/test/package.json')),
  'cli.js',
)

try {
  const browser = await provideBrowser()
  console.log(`Browser: ${browser}`)
  const child = spawn(process.execPath, [playwright, 'test', ...process.argv.slice(2)], {
    cwd: import.meta.dirname,
    env: { ...process.env, CHROME_PATH: browser },
    stdio: 'inherit',
  })
  child.once('close', (code) => (process.exitCode = code ?? 1))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
