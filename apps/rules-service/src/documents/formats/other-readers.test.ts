import { unzipSync, strFromU8 } from 'fflate'
import mammoth from 'mammoth'
import { access, constants } from 'node:fs/promises'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import readXlsxFile from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { programEnvironment } from '../../config.ts'
import { meetingDocument } from '../content/meeting-document.ts'
import { reportDocument } from '../content/report-document.ts'
import { examplePapers } from '../example-meeting.fixture.ts'
import { exampleTemplate } from '../example-template.fixture.ts'
import { exampleContent, issuedWith } from '../example-report.fixture.ts'
import { prepareTemplate } from '../template/prepare-template.ts'
import { printPdf } from './print-pdf.ts'
import { writeDocument, writeMeeting } from './write-document.ts'

const report = issuedWith(exampleContent())
const papers = examplePapers()
const { blocks } = reportDocument(report)
const tables = blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []))
const charts = blocks.flatMap((block) => (block.kind === 'chart' ? [block.chart] : []))
const headings = blocks.flatMap((block) => (block.kind === 'heading' ? [block] : []))

/** The Chromium to print with; null where there is none, as on a machine that only runs the tests. */
async function chromiumHere(): Promise<string | null> {
  for (const path of [programEnvironment().WORKPLAN_CHROMIUM, '/usr/bin/chromium']) {
    if (!path) continue
    const runs = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    )
    if (runs) return path
  }
  return null
}

const chromium = await chromiumHere()

const template = prepareTemplate(await exampleTemplate())

describe.each([
  ['as Workplan has them', null],
  ['on the template of an organisation', template],
])('another reader of Word files, %s', (_what, on) => {
  it('finds the headings, the tables and every text of the web page, in its order', async () => {
    const buffer = Buffer.from(await writeDocument(report, 'docx', on))
    const page = Buffer.from(await writeDocument(report, 'html')).toString('utf8')
    const { value: html, messages } = await mammoth.convertToHtml({ buffer })
    expect(messages.filter(({ type }) => type === 'error')).toEqual([])
    expect(html.match(/<h1>/g)).toHaveLength(1)
    expect(html.match(/<h2>/g)).toHaveLength(headings.filter(({ level }) => level === 2).length)
    expect(html.match(/<table>/g)).toHaveLength(tables.length)
    expect(html.match(/<img /g)).toHaveLength(charts.length)
    for (const { description } of charts) expect(html).toContain(`alt="${description}`)
    expect(wordsOf(html)).toEqual(wordsOf(page.slice(page.indexOf('<main>'), page.indexOf('</main>'))))
  })
})

describe.each([
  ['as Workplan has them', null],
  ['on the template of an organisation', template],
])('another reader of the Word file of a meeting, %s', (_what, on) => {
  it('finds the headings, the tables and every text of the web page, in its order', async () => {
    const buffer = Buffer.from(await writeMeeting(papers, 'docx', on))
    const page = Buffer.from(await writeMeeting(papers, 'html')).toString('utf8')
    const { value: html, messages } = await mammoth.convertToHtml({ buffer })
    expect(messages.filter(({ type }) => type === 'error')).toEqual([])
    for (const tag of ['h1', 'h2', 'h3', 'h4', 'table'])
      expect([tag, html.split(`<${tag}>`).length]).toEqual([tag, page.split(`<${tag}>`).length])
    expect(wordsOf(html)).toEqual(wordsOf(page.slice(page.indexOf('<main>'), page.indexOf('</main>'))))
  })
})

/** The words of a page, whatever stands around them. */
function wordsOf(html: string): string[] {
  return html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .split(/\s+/)
    .filter(Boolean)
}

describe('another reader of Excel files', () => {
  it('finds every table on its sheet, figures as numbers', async () => {
    const buffer = Buffer.from(await writeDocument(report, 'xlsx'))
    const sheets = await readXlsxFile(buffer)
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['Report', ...tables.map(({ sheet }) => sheet)])
    for (const [place, { columns, rows }] of tables.entries())
      expect(sheets[place + 1]?.data).toEqual([
        columns.map(({ title }) => title),
        ...rows.map((row) => row.map(({ text, number }) => number ?? text)),
      ])
  })
})

describe.each([
  ['docx', null],
  ['docx', template],
  ['xlsx', null],
  ['pptx', null],
] as const)('the package of a %s', (format, on) => {
  it('has every part that it refers to, and says of each what it is', async () => {
    const parts = unzipSync(await writeDocument(report, format, on))
    const names = Object.keys(parts)
    const types = strFromU8(parts['[Content_Types].xml'] ?? new Uint8Array())
    const extensions = [...types.matchAll(/<Default [^>]*Extension="([^"]+)"/g)].map(([, name]) => name)
    const overrides = [...types.matchAll(/<Override [^>]*PartName="\/([^"]+)"/g)].map(([, name]) => name)
    expect(overrides.filter((name) => !names.includes(name ?? ''))).toEqual([])
    for (const name of names.filter((part) => part !== '[Content_Types].xml'))
      expect([name, overrides.includes(name) || extensions.includes(name.split('.').at(-1))]).toEqual([
        name,
        true,
      ])
    for (const name of names.filter((part) => part.endsWith('.rels')))
      for (const [, target] of strFromU8(parts[name] ?? new Uint8Array()).matchAll(
        /<Relationship (?![^>]*TargetMode="External")[^>]*Target="([^"]+)"/g,
      ))
        expect(names).toContain(partAt(name, target ?? ''))
  })
})

/** The part that a relationship of another leads to. */
function partAt(relations: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const folder = relations.split('/').slice(0, -2)
  for (const step of target.split('/'))
    if (step === '..') folder.pop()
    else folder.push(step)
  return folder.join('/')
}

describe.skipIf(chromium === null)('another reader of PDF files', () => {
  it('finds the tags of headings, tables and the figure, the language and the title', async () => {
    const page = await writeDocument(report, 'html')
    const date = new Date(report.issuedAt ?? 0)
    const printed = await printPdf(chromium ?? '', { page, date, marker: 'mark;' })
    const pdf = await getDocument({ data: printed, useSystemFonts: true }).promise
    const counts = new Map<string, number>()
    for (let number = 1; number <= pdf.numPages; number += 1)
      count(await (await pdf.getPage(number)).getStructTree(), counts)
    expect(counts.get('H1')).toBe(1)
    expect(counts.get('H2')).toBe(headings.filter(({ level }) => level === 2).length)
    // A table that goes on over a page is told of on each.
    expect(counts.get('Table')).toBeGreaterThanOrEqual(tables.length)
    expect(counts.get('Figure with words')).toBe(charts.length)
    expect(counts.get('Figure')).toBe(charts.length)
    const { info } = await pdf.getMetadata()
    expect(info).toMatchObject({ Title: report.title, Language: 'en-GB' })
    await pdf.loadingTask.destroy()
  }, 60_000)

  it('finds those of the pack of a meeting', async () => {
    const page = await writeMeeting(papers, 'html')
    const printed = await printPdf(chromium ?? '', { page, date: new Date(papers.knownAt), marker: 'mark;' })
    const pdf = await getDocument({ data: printed, useSystemFonts: true }).promise
    const counts = new Map<string, number>()
    for (let number = 1; number <= pdf.numPages; number += 1)
      count(await (await pdf.getPage(number)).getStructTree(), counts)
    const { blocks: ofMeeting } = meetingDocument(papers)
    const levels = ofMeeting.flatMap((block) => (block.kind === 'heading' ? [block.level] : []))
    expect(counts.get('H1')).toBe(1)
    for (const level of [2, 3, 4])
      expect(counts.get(`H${level}`)).toBe(levels.filter((found) => found === level).length)
    expect(counts.get('Figure with words')).toBe(charts.length)
    expect((await pdf.getMetadata()).info).toMatchObject({ Title: papers.pack.title, Language: 'en-GB' })
    await pdf.loadingTask.destroy()
  }, 60_000)
})

interface Tag {
  role?: string
  alt?: string
  children?: unknown[]
}

/** Counts the tags of a page by what they are. */
function count(tag: unknown, counts: Map<string, number>): void {
  if (typeof tag !== 'object' || tag === null) return
  const { role, alt, children = [] } = tag as Tag
  const names = [...(role ? [role] : []), ...(role === 'Figure' && alt ? ['Figure with words'] : [])]
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  for (const child of children) count(child, counts)
}
