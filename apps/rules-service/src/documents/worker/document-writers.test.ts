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
const SUMS_OF_FORM_2 = {
  html: 'a6dfd15fdc9bb0bcb11ccac0e27cc6e2ae15ad98c82d6623c722397c7aa99b43',
  docx: 'e577cd8e9f3f89cdbf782c4b1ff8db0997e5a1e03237072b503f4d52a9088b92',
  xlsx: '26ae61c36b98bb591744b9aa9fb29ec39f4e44ae642f92d9232fc0f8d41e96fd',
  pptx: '70aef08b35a86445fed328977cfd6d5707eb882e4f1405f4a62ad4b1ebba756e',
  json: '13fea925c29b27ef69781421652f2fd48cb428f59c4a2b84fa03b94589830871',
} as const

/** Of the Word document on the template of the fixture. */
const SUM_ON_TEMPLATE = 'd6610cb71399523c1c7a2ff6169831c33939d81311c437ec64725c666be9233b'

const formats = Object.keys(SUMS_OF_FORM_2) as (keyof typeof SUMS_OF_FORM_2)[]

const writers = createDocumentWriters()
afterAll(() => writers.stop())

async function sumsOf(written: Report): Promise<Record<string, string>> {
  const sums: Record<string, string> = {}
  for (const format of formats) sums[format] = sha256(await writers.write({ report: written, format }))
  return sums
}

describe('createDocumentWriters', () => {
  it('writes form 2 to the byte, also by a writer that has written other documents', async () => {
    expect(await sumsOf(report)).toEqual(SUMS_OF_FORM_2)
    await sumsOf(issuedWith(exampleContent()))
    expect(await sumsOf(report)).toEqual(SUMS_OF_FORM_2)
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
    expect(files.map(sha256)).toEqual(Object.values(SUMS_OF_FORM_2))
  }, 60_000)

  it('fails when a document cannot be written, and writes the next', async () => {
    const broken = { ...report, issuedAt: 'no moment' }
    await expect(writers.write({ report: broken, format: 'html' })).rejects.toThrow('Invalid time value')
    expect(sha256(await writers.write({ report, format: 'html' }))).toBe(SUMS_OF_FORM_2.html)
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
    expect(sha256(await own.write({ report, format: 'html' }))).toBe(SUMS_OF_FORM_2.html)
    await own.stop()
  })
})
