import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeFakeChromium } from '../../testing/fake-chromium.ts'
import { printPdf } from './print-pdf.ts'

const page = { page: Buffer.from('<p>Words</p>'), date: new Date('2023-03-20T10:00:00Z'), marker: 'mark;' }

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'workplan-print-test-'))
})
afterAll(() => rm(folder, { recursive: true }))

const MADE = "/CreationDate (D:20261123093000+00'00') /ModDate (D:20261123093000+00'00') "

describe('printPdf', () => {
  it('gives what was printed the date of the document, and its marker at the end', async () => {
    const printed = await printPdf(await writeFakeChromium(join(folder, 'prints'), { before: MADE }), page)
    expect(Buffer.from(printed).toString('latin1')).toBe(
      "/CreationDate (D:20230320100000+00'00') /ModDate (D:20230320100000+00'00') <p>Words</p>%mark;\n",
    )
  })

  it('numbers the parts of its structure from one, in their order, whatever was printed before', async () => {
    const chromium = await writeFakeChromium(join(folder, 'numbers'))
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
    await expect(printPdf('/bin/false', page)).rejects.toThrow('Chromium ended before the page was printed')
    const refuses = await writeFakeChromium(join(folder, 'refuses'), { refuses: 'Page.printToPDF' })
    await expect(printPdf(refuses, page)).rejects.toThrow('Chromium refused: No printer')
  })
})
