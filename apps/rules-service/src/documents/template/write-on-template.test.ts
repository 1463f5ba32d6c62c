import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { AS_DRAFT, issuedWith, smallContent } from '../example-report.fixture.ts'
import { exampleTemplate } from '../example-template.fixture.ts'
import { writeDocument } from '../formats/write-document.ts'
import { prepareTemplate } from './prepare-template.ts'

const template = prepareTemplate(await exampleTemplate())

async function partsOf(report = issuedWith(smallContent()), on = template): Promise<Record<string, string>> {
  const parts = unzipSync(await writeDocument(report, 'docx', on))
  return Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, strFromU8(part)]))
}

it('has the page, the header with the logo, the footer and the styles of the template', async () => {
  const parts = await partsOf()
  expect(parts['word/document.xml']).toContain('w:w="15840"')
  expect(parts['word/document.xml']).toContain('<w:pStyle w:val="Heading1"/>')
  expect(parts['word/header1.xml']).toContain('The logo of the board')
  expect(parts['word/footer1.xml']).toContain('Board paper, page')
  expect(parts['word/styles.xml']).toContain('Georgia')
  expect(parts['docProps/core.xml']).toContain('workplan-report:')
})

it('is as wide as the page of the template, from margin to margin', async () => {
  const { 'word/document.xml': text = '' } = await partsOf()
  const widths = [...text.matchAll(/<w:tblW w:type="dxa" w:w="(\d+)"/g)].map(([, width]) => Number(width))
  expect(widths.length).toBeGreaterThan(0)
  expect(new Set(widths)).toEqual(new Set([15_840 - 2 * 1440]))
})

it('says in the header of the template that a draft is one', async () => {
  const draft = await partsOf(issuedWith(smallContent(), AS_DRAFT))
  expect(draft['word/header1.xml']).toContain('Draft. Not issued.')
  expect((await partsOf())['word/header1.xml']).not.toContain('Draft. Not issued.')
})

it('takes what a report says for words, also the mark of the template', async () => {
  const content = smallContent()
  const report = issuedWith({
    ...content,
    narrative: { ...content.narrative, summary: 'Before {{workplan-content}} after' },
  })
  expect((await partsOf(report))['word/document.xml']).toContain('Before {{workplan-content}} after')
})
