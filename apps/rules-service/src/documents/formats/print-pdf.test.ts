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
  await writeFile(path, `#!/bin/sh\n${script}\n`)
  await chmod(path, 0o755)
  return path
}

/** Prints the moment, as Chromium does, and the page it was given. */
const PRINTS = `
for argument; do
  case "$argument" in --print-to-pdf=*) target="\${argument#*=}" ;; file://*) source="\${argument#file://}" ;; esac
done
{ date "+/CreationDate (D:%Y%m%d%H%M%S+00'00') /ModDate (D:%Y%m%d%H%M%S+00'00') "; cat "$source"; } > "$target"`

describe('printPdf', () => {
  it('gives what was printed the date of the document, and its marker at the end', async () => {
    const printed = await printPdf(await program('prints', PRINTS), page)
    expect(Buffer.from(printed).toString('latin1')).toBe(
      "/CreationDate (D:20230320100000+00'00') /ModDate (D:20230320100000+00'00') \n<p>Words</p>%mark;\n",
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

  it('fails when nothing was printed', async () => {
    await expect(printPdf(await program('fails', 'exit 1'), page)).rejects.toThrow('Command failed')
  })
})
