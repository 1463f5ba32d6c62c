import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { AppError } from '../../errors.ts'

const run = promisify(execFile)

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
  } catch (error) {
    throw isMissing(error) ? new AppError('not-set-up', NO_SUCH_PROGRAM, {}, error) : error
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
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
