import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { pathToFileURL } from 'node:url'
import { AppError } from '../../errors.ts'
import { devToolsOver, type DevTools } from './devtools-pipe.ts'

const PRINTED_WITHIN_MS = 8000

/** Reaches no network and keeps nothing of its own; that it runs no script is the policy of the page itself. */
const FLAGS = [
  '--headless',
  '--disable-gpu',
  '--disable-extensions',
  '--disable-background-networking',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  // Not --print-to-pdf: a headless shell, as it comes from npm, has no such commands and waits for ever.
  '--remote-debugging-pipe',
  // Chromium refuses its sandbox to root, as in most containers; the page it prints is ours and has no script.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
]

/** What a web page of ours is printed with: when the document was made, and its marker. */
export interface PrintedPage {
  page: Uint8Array
  date: Date
  marker: string
}

/**
 * The web page as a tagged PDF with an outline, printed by the Chromium at `chromium`. Throws `not-set-up` where there
 * is none.
 */
export async function printPdf(
  chromium: string,
  { page, date, marker }: PrintedPage,
): Promise<Uint8Array<ArrayBuffer>> {
  const folder = await mkdtemp(join(tmpdir(), 'workplan-print-'))
  try {
    const source = join(folder, 'report.html')
    await writeFile(source, page)
    const printed = await withChromium(chromium, join(folder, 'profile'), (browser) =>
      print(browser, pathToFileURL(source).href),
    )
    return fixedPdf(printed, { date, marker })
  } catch (error) {
    throw isMissing(error) ? new AppError('not-set-up', NO_SUCH_PROGRAM, {}, error) : error
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

/** Starts a Chromium for one job and ends it, whatever comes of that. Throws where it cannot start, ends early or takes too long. */
async function withChromium<Result>(
  chromium: string,
  profile: string,
  job: (browser: DevTools) => Promise<Result>,
): Promise<Result> {
  const child = spawn(chromium, [...FLAGS, `--user-data-dir=${profile}`], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  })
  const ended = new Promise((resolve) => void child.once('close', resolve))
  const failed = Promise.withResolvers<never>()
  child.once('error', failed.reject)
  child.once('exit', (code) =>
    failed.reject(new Error(`Chromium ended before the page was printed (${code})`)),
  )
  const late = setTimeout(
    () => failed.reject(new Error(`Chromium did not print the page within ${PRINTED_WITHIN_MS} ms`)),
    PRINTED_WITHIN_MS,
  )
  try {
    const browser = devToolsOver(child.stdio[3] as Writable, child.stdio[4] as Readable)
    return await Promise.race([job(browser), failed.promise])
  } finally {
    clearTimeout(late)
    failed.promise.catch(() => undefined)
    if (end(child)) await ended
  }
}

/** Ends it with all it started, which a wrapper in a shell would leave behind; false when it never ran. */
function end(child: ChildProcess): boolean {
  if (child.pid === undefined) return false
  if (child.exitCode !== null || child.signalCode !== null) return true
  if (process.platform === 'win32') child.kill('SIGKILL')
  else process.kill(-child.pid, 'SIGKILL')
  return true
}

async function print(browser: DevTools, address: string): Promise<Buffer> {
  const { targetId } = await browser.send('Target.createTarget', { url: 'about:blank' })
  const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: true })
  const session = String(sessionId)
  await browser.send('Page.enable', {}, session)
  const loaded = browser.next('Page.loadEventFired', session)
  await browser.send('Page.navigate', { url: address }, session)
  await loaded
  const options = {
    printBackground: true,
    preferCSSPageSize: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  }
  const { data } = await browser.send('Page.printToPDF', options, session)
  return Buffer.from(String(data), 'base64')
}

function isMissing(error: unknown): boolean {
  if (!(error instanceof Error) || !('syscall' in error) || !('code' in error)) return false
  return String(error.syscall).startsWith('spawn') && (error.code === 'ENOENT' || error.code === 'EACCES')
}

const NO_SUCH_PROGRAM =
  'The Chromium that WORKPLAN_CHROMIUM names cannot be started on the server. Until it can, take the Word document or the ' +
  'web page, or print the report from your browser.'

/** With the date of the document in the place of the moment of printing, and parts numbered from one: as many characters. */
function fixedPdf(printed: Buffer, { date, marker }: Omit<PrintedPage, 'page'>): Uint8Array<ArrayBuffer> {
  const moment = date.toISOString().replaceAll(/[-:T]/g, '').slice(0, 14)
  const fixed = renumbered(printed.toString('latin1')).replace(
    /\/(CreationDate|ModDate) \(D:\d{14}\+00'00'\)/g,
    (_all, name: string) => `/${name} (D:${moment}+00'00')`,
  )
  return new Uint8Array(Buffer.from(`${fixed}%${marker}\n`, 'latin1'))
}

/** Chromium names the parts of the structure by numbers that depend on what it did before; their order is that of the page. */
function renumbered(pdf: string): string {
  const parts = [...new Set(pdf.match(/\(node\d{8}\)/g))].toSorted()
  const numberOf = new Map(parts.map((part, index) => [part, String(index + 1).padStart(8, '0')]))
  return pdf.replace(/\(node\d{8}\)/g, (part) => `(node${numberOf.get(part) ?? ''})`)
}
