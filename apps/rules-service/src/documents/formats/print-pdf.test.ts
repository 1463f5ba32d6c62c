import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { printPdf } from './print-pdf.ts'

const page = { page: Buffer.from('<p>Words</p>'), date: new Date('2023-03-20T10:00:00Z'), marker: 'mark;' }

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'workplan-print-test-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** A program that takes the place of Chromium. */
async function program(name: string, script: string): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, `#!${process.execPath}\n${script}\n`)
  await chmod(path, 0o755)
  return path
}

/** Speaks the DevTools protocol as Chromium does, and prints the moment and the page it was given. */
const PRINTS = `
const { createReadStream, createWriteStream, readFileSync } = require('node:fs')
const { fileURLToPath } = require('node:url')
const out = createWriteStream(null, { fd: 4 })
const say = (message) => out.write(JSON.stringify(message) + '\\0')
let page = ''
let rest = ''
const MADE = "/CreationDate (D:20261123093000+00'00') /ModDate (D:20261123093000+00'00') "
const ANSWERS = {
  'Target.createTarget': () => ({ targetId: 'one' }),
  'Target.attachToTarget': () => ({ sessionId: 'session' }),
  'Page.navigate': ({ url }) => { page = readFileSync(fileURLToPath(url), 'latin1'); return {} },
  'Page.printToPDF': () => ({ data: Buffer.from(MADE + page, 'latin1').toString('base64') }),
}
createReadStream(null, { fd: 3 }).on('data', (chunk) => {
  rest += chunk
  const messages = rest.split('\\0')
  rest = messages.pop()
  for (const { id, method, params, sessionId } of messages.map((text) => JSON.parse(text))) {
    if (globalThis.refuses === method) { say({ id, error: { message: 'No printer' } }); continue }
    say({ id, sessionId, result: ANSWERS[method]?.(params) ?? {} })
    if (method === 'Page.navigate') say({ method: 'Page.loadEventFired', sessionId, params: {} })
  }
})`

describe('printPdf', () => {
  it('gives what was printed the date of the document, and its marker at the end', async () => {
    const printed = await printPdf(await program('prints', PRINTS), page)
    expect(Buffer.from(printed).toString('latin1')).toBe(
      "/CreationDate (D:20230320100000+00'00') /ModDate (D:20230320100000+00'00') <p>Words</p>%mark;\n",
    )
  })

  it('numbers the parts of its structure from one, in their order, whatever was printed before', async () => {
    const chromium = await program('numbers', PRINTS)
    const printed = await Promise.all(
      ['(node00000028) (node00000040) (node00000028)', '(node00000029) (node00000041) (node00000029)'].map(
        (words) => printPdf(chromium, { ...page, page: Buffer.from(words) }),
      ),
    )
    for (const pdf of printed)
      expect(Buffer.from(pdf).toString('latin1')).toContain('(node00000001) (node00000002) (node00000001)')
  })

  it('says what to set where there is no such program', async () => {
    await expect(printPdf(join(folder, 'none'), page)).rejects.toMatchObject({
      code: 'not-set-up',
      message: expect.stringContaining('WORKPLAN_CHROMIUM'),
    })
  })

  it('fails when the browser ends or refuses, and says which', async () => {
    await expect(printPdf(await program('fails', 'process.exit(3)'), page)).rejects.toThrow(
      'Chromium ended before the page was printed (3)',
    )
    const refuses = await program('refuses', `globalThis.refuses = 'Page.printToPDF'\n${PRINTS}`)
    await expect(printPdf(refuses, page)).rejects.toThrow('Chromium refused: No printer')
  })
})
