import { describe, expect, it } from 'vitest'
import { sha256 } from '../../store/canonical-json.ts'
import { issuedWith, smallContent } from '../example-report.fixture.ts'
import { writeInThread } from './write-in-thread.ts'

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

const formats = Object.keys(SUMS_OF_FORM_2) as (keyof typeof SUMS_OF_FORM_2)[]

describe('writeInThread', () => {
  it('writes form 2 to the byte', async () => {
    const sums: Record<string, string> = {}
    for (const format of formats) sums[format] = sha256(await writeInThread({ report, format }))
    expect(sums).toEqual(SUMS_OF_FORM_2)
  })

  it('fails when the document cannot be written', async () => {
    const broken = { ...report, issuedAt: 'no moment' }
    await expect(writeInThread({ report: broken, format: 'html' })).rejects.toThrow('Invalid time value')
  })
})
