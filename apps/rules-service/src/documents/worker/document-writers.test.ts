import { afterAll, describe, expect, it } from 'vitest'
import type { Report } from '@workplan/domain'
import { sha256 } from '../../store/canonical-json.ts'
import { exampleTemplate } from '../example-template.fixture.ts'
import { exampleContent, issuedWith, smallContent } from '../example-report.fixture.ts'
import { createDocumentWriters } from './document-writers.ts'

const report = issuedWith(smallContent())

/**
 * When one of these changes, files of issued reports that people have would be called changed: raise DOCUMENT_FORM,
 * which says that they were written in another form.
 */
const SUMS_OF_FORM_3 = {
  html: '7f3430253c98835c2240104a59379e059b43de89d56320c96e182037c5a31dda',
  docx: 'fbc42d10d98f4de41fc2dd8df31084c3ead4766db8a6683d5a7298b6115c15ba',
  xlsx: 'aa3d1e78e275131fda245ba0d3aa0f3309758b7c27a771cc25455e93c0d7c9d2',
  pptx: 'a79001c23494dde4cb42aa65a5a16a5c17fad8ae846e4a04647d6c0904f075fd',
  json: 'f1544e6457cdb68d4c39727b128d22fe671920827e5a6be5bcee5608bf6ad715',
} as const

/** Of the Word document on the template of the fixture. */
const SUM_ON_TEMPLATE = '21216ae92e776c4da4c0bf36891de7bba5580175014e39d53bb1fdc31b34811d'

const formats = Object.keys(SUMS_OF_FORM_3) as (keyof typeof SUMS_OF_FORM_3)[]

const writers = createDocumentWriters()
afterAll(() => writers.stop())

async function sumsOf(written: Report): Promise<Record<string, string>> {
  const sums: Record<string, string> = {}
  for (const format of formats) sums[format] = sha256(await writers.write({ report: written, format }))
  return sums
}

describe('createDocumentWriters', () => {
  it('writes form 3 to the byte, also by a writer that has written other documents', async () => {
    expect(await sumsOf(report)).toEqual(SUMS_OF_FORM_3)
    await sumsOf(issuedWith(exampleContent()))
    expect(await sumsOf(report)).toEqual(SUMS_OF_FORM_3)
  }, 60_000)

  it('writes on the template of an organisation, to the byte', async () => {
    const template = await writers.write({ given: await exampleTemplate() })
    const written = await writers.write({ report, format: 'docx', template })
    expect(sha256(written)).toBe(SUM_ON_TEMPLATE)
  })

  it('says what is wrong with a template that it refuses', async () => {
    await expect(writers.write({ given: new Uint8Array([1]) })).rejects.toMatchObject({
      code: 'invalid-input',
      message: expect.stringContaining('cannot be read as a Word document'),
    })
  })

  it('writes at the same time what is asked at the same time', async () => {
    const files = await Promise.all(formats.map((format) => writers.write({ report, format })))
    expect(files.map(sha256)).toEqual(Object.values(SUMS_OF_FORM_3))
  }, 60_000)

  it('fails when a document cannot be written, and writes the next', async () => {
    const broken = { ...report, issuedAt: 'no moment' }
    await expect(writers.write({ report: broken, format: 'html' })).rejects.toThrow('Invalid time value')
    expect(sha256(await writers.write({ report, format: 'html' }))).toBe(SUMS_OF_FORM_3.html)
  })

  it('gives up a document that takes too long', async () => {
    const hasty = createDocumentWriters({ writtenWithinMs: 1 })
    await expect(hasty.write({ report, format: 'html' })).rejects.toMatchObject({ code: 'too-busy' })
    await hasty.stop()
  })

  it('starts another writer when the one that waited has ended', async () => {
    const own = createDocumentWriters()
    own.warm()
    await own.stop()
    expect(sha256(await own.write({ report, format: 'html' }))).toBe(SUMS_OF_FORM_3.html)
    await own.stop()
  })
})
