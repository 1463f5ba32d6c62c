import { describe, expect, it } from 'vitest'
import { sha256 } from '../../store/canonical-json.ts'
import { issuedWith, smallContent } from '../example-report.fixture.ts'
import { writeInThread } from './write-in-thread.ts'

const report = issuedWith(smallContent())

/**
 * When one of these changes, files of issued reports that people have would be called changed: raise DOCUMENT_FORM,
 * which says that they were written in another form.
 */
const SUMS_OF_FORM_1 = {
  html: '0db912d4696dcc76d4edc7ac565359d09bf9f0671ff13e0d29b6fbeaa5387088',
  docx: '4fa5350ee2a82a1524e72bfdfc072b9f3fae2279466e6c43859e50834938cc3c',
  xlsx: '6cef88499f13ccaa24e1d1d7c9b591efa1c1920b9e874ac4bb5ec386d6695298',
  pptx: '2bbe36645c3744c1d2b4b6a222946f07957a252c6616f5407d9a8427c9324ec9',
  json: 'ebe23df6abed302ab3a3027bfa34785ab7b2bdaf8acf6185fdbce629039bebff',
} as const

const formats = Object.keys(SUMS_OF_FORM_1) as (keyof typeof SUMS_OF_FORM_1)[]

describe('writeInThread', () => {
  it('writes form 1 to the byte', async () => {
    const sums: Record<string, string> = {}
    for (const format of formats) sums[format] = sha256(await writeInThread({ report, format }))
    expect(sums).toEqual(SUMS_OF_FORM_1)
  })

  it('fails when the document cannot be written', async () => {
    const broken = { ...report, issuedAt: 'no moment' }
    await expect(writeInThread({ report: broken, format: 'html' })).rejects.toThrow('Invalid time value')
  })
})
