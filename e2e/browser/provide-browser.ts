import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { findBrowser } from './find-browser.ts'
import { unpackBrowser } from './unpack-browser.ts'

const whatToDo =
  'Install Chromium or Chrome (on Debian, as root: apt-get install --no-install-recommends chromium), ' +
  'or set CHROME_PATH to the browser to use.'

/** A Chromium that starts on this machine: one that is installed, else the one from npm. Throws, saying what to do. */
export async function provideBrowser(): Promise<string> {
  const installed = findBrowser({ platform: process.platform, environment: process.env, starts: startsHere })
  if (installed !== undefined) return installed

  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      `No browser was found, and none comes with npm for ${process.platform} ${process.arch}. ${whatToDo}`,
    )
  }
  const unpacked = await unpackBrowser(join(import.meta.dirname, '../node_modules/.cache'))
  const attempt = spawnSync(unpacked, ['--version'], { encoding: 'utf8' })
  if (attempt.status !== 0) {
    throw new Error(
      `The browser from npm does not start: ${attempt.stderr || attempt.error?.message}\n${whatToDo}`,
    )
  }
  return unpacked
}

/** On Windows asking a browser for its version opens a window, so there the file alone must do. */
function startsHere(path: string): boolean {
  if (!existsSync(path)) return false
  return (
    process.platform === 'win32' ||
    spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0
  )
}
