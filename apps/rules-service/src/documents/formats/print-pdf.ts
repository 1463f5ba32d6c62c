import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)

const PRINTED_WITHIN_MS = 8000

/** Runs no script, reaches no network, and keeps nothing of its own. */
const FLAGS = [
  '--headless',
  '--disable-gpu',
  '--disable-extensions',
  '--disable-background-networking',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--blink-settings=scriptEnabled=false',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--no-pdf-header-footer',
  '--generate-pdf-document-outline',
  // Chromium refuses its sandbox to root, as in most containers; the page it prints is ours and has no script.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
]

/** What a web page of ours is printed with: when the document was made, and its marker. */
export interface PrintedPage {
  page: Uint8Array
  date: Date
  marker: string
}

/** The web page as a tagged PDF with an outline, printed by the Chromium at `chromium`. Throws when that fails. */
export async function printPdf(
  chromium: string,
  { page, date, marker }: PrintedPage,
): Promise<Uint8Array<ArrayBuffer>> {
  const folder = await mkdtemp(join(tmpdir(), 'workplan-print-'))
  try {
    const source = join(folder, 'report.html')
    const target = join(folder, 'report.pdf')
    await writeFile(source, page)
    await run(
      chromium,
      [
        ...FLAGS,
        `--user-data-dir=${join(folder, 'profile')}`,
        `--print-to-pdf=${target}`,
        pathToFileURL(source).href,
      ],
      { timeout: PRINTED_WITHIN_MS, killSignal: 'SIGKILL' },
    )
    return fixedPdf(await readFile(target), { date, marker })
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

/** With the date of the document in the place of the moment of printing, which has as many characters. */
function fixedPdf(printed: Buffer, { date, marker }: Omit<PrintedPage, 'page'>): Uint8Array<ArrayBuffer> {
  const moment = date.toISOString().replaceAll(/[-:T]/g, '').slice(0, 14)
  const fixed = printed
    .toString('latin1')
    .replace(
      /\/(CreationDate|ModDate) \(D:\d{14}\+00'00'\)/g,
      (_all, name: string) => `/${name} (D:${moment}+00'00')`,
    )
  return new Uint8Array(Buffer.from(`${fixed}%${marker}\n`, 'latin1'))
}
