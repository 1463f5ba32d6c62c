import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { type Browser, type BrowserContext, chromium } from '@playwright/test'
import { provideBrowser } from '../browser/provide-browser.ts'
import { productRoot } from '../fixtures/service.ts'

/** A large programme behind a running product, and a browser to look at it with. */
export interface MeasuredProgramme {
  programme: string
  subjects: number
  flags: number
  /** A window of its own, signed in as somebody who may change every task. */
  openWindow: () => Promise<BrowserContext>
  close: () => Promise<void>
}

/** Starts it with as many subjects for the rules to judge. The apps must be built. */
export async function openMeasuredProgramme(subjects: number): Promise<MeasuredProgramme> {
  const child = spawn(process.execPath, ['apps/rules-service/harness/serve-measured.ts'], {
    cwd: productRoot,
    env: { ...process.env, SUBJECTS: String(subjects) },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>((settle) => child.once('exit', () => settle()))
  const served = await firstLine(child.stdout).catch((error: unknown) => {
    child.stdin.end()
    throw error
  })
  const { address, programme, cookies, ...size } = JSON.parse(served) as {
    address: string
    programme: string
    cookies: string[]
    subjects: number
    flags: number
  }
  const browser: Browser = await chromium.launch({ executablePath: await provideBrowser() })
  return {
    programme,
    ...size,
    openWindow: async () => {
      const context = await browser.newContext({
        baseURL: address,
        viewport: { width: 1280, height: 900 },
        locale: 'en-GB',
      })
      await context.addCookies(cookies.map((cookie) => cookieOf(cookie, address)))
      return context
    },
    close: async () => {
      await browser.close()
      child.stdin.end()
      await ended
    },
  }
}

async function firstLine(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: output })) return line
  throw new Error('the service ended before it had an address')
}

/** The name and value of a Set-Cookie line. */
function cookieOf(line: string, url: string): { name: string; value: string; url: string } {
  const [pair = ''] = line.split(';')
  const at = pair.indexOf('=')
  return { name: pair.slice(0, at), value: pair.slice(at + 1), url }
}
