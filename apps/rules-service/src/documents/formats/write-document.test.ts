import type { Report } from '@workplan/domain'
import { strFromU8, unzipSync } from 'fflate'
import { readXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { reportDocument } from '../content/report-document.ts'
import { AS_DRAFT, exampleContent, issuedWith, itemOf, smallContent } from '../example-report.fixture.ts'
import { writeDocument } from './write-document.ts'

const OFFICE = ['docx', 'xlsx', 'pptx'] as const
const small = issuedWith(smallContent())
const large = issuedWith(exampleContent())

async function partsOf(report: Report, format: (typeof OFFICE)[number]): Promise<Record<string, string>> {
  const parts = unzipSync(await writeDocument(report, format))
  return Object.fromEntries(Object.entries(parts).map(([name, bytes]) => [name, strFromU8(bytes)]))
}

async function webPage(report: Report): Promise<string> {
  return Buffer.from(await writeDocument(report, 'html')).toString('utf8')
}

function plain(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
}

/** The visible texts of a page, one for each element that holds text. */
function textsOfPage(page: string): string[] {
  const body = page.slice(page.indexOf('<main>'), page.indexOf('</main>'))
  return [...body.matchAll(/<(h[123]|p|li|caption|th|td)\b[^>]*>([^<]*)<\/\1>/g)].map(([, , text = '']) =>
    plain(text),
  )
}

/** The texts of a Word file, one for each paragraph that has any. */
function textsOfWord(document: string): string[] {
  return [...document.matchAll(/<w:p>(.*?)<\/w:p>/gs)]
    .map(([, paragraph = '']) =>
      [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text),
    )
    .filter((texts) => texts.length > 0)
    .map((texts) => plain(texts.join('')))
}

describe.each([
  ['a small report', small],
  ['a report of the example', large],
  ['a draft', issuedWith(smallContent(), AS_DRAFT)],
])('%s', (_what, report) => {
  it('says the same in Word as on the web page', async () => {
    const word = await partsOf(report, 'docx')
    const texts = textsOfPage(await webPage(report))
    expect(texts.length).toBeGreaterThan(30)
    expect(textsOfWord(word['word/document.xml'] ?? '')).toEqual(texts)
  })

  it('has the figures of the document in the workbook, as numbers', async () => {
    const { sheets } = await readXlsx(await writeDocument(report, 'xlsx'))
    const tables = reportDocument(report).blocks.flatMap((block) =>
      block.kind === 'table' ? [block.table] : [],
    )
    expect(sheets.map(({ name }) => name)).toEqual(['Report', ...tables.map(({ sheet }) => sheet)])
    for (const [place, { columns, rows }] of tables.entries())
      expect(sheets[place + 1]?.rows).toEqual([
        columns.map(({ title }) => title),
        ...rows.map((row) => row.map(({ text, number }) => number ?? text)),
      ])
  })
})

describe('the Word file', () => {
  it('has headings, a header row in every table, page numbers and words for the picture', async () => {
    const parts = await partsOf(small, 'docx')
    const document = parts['word/document.xml'] ?? ''
    const tables = document.match(/<w:tbl>.*?<\/w:tbl>/gs) ?? []
    expect(tables).toHaveLength(7)
    for (const table of tables) expect(table.match(/<w:tblHeader\/>/g)).toHaveLength(1)
    expect(document.match(/<w:pStyle w:val="Heading1"\/>/g)).toHaveLength(1)
    expect(document.match(/<w:pStyle w:val="Heading2"\/>/g)?.length).toBeGreaterThanOrEqual(7)
    expect(document).toMatch(/<wp:docPr [^>]*descr="Ambition 1, Seen as a person: 4 measures, 3 answered/)
    const footer = Object.entries(parts).find(([name]) => /footer\d*\.xml$/.test(name))?.[1]
    expect(footer).toMatch(/PAGE.*NUMPAGES/s)
  })
})

describe('the web page', () => {
  it('needs no other file, runs no program and escapes what people wrote', async () => {
    const page = await webPage(issuedWith(smallContent(), { title: '<script>alert(1)</script> & "more"' }))
    expect(page).toContain("default-src 'none'; style-src 'unsafe-inline'; img-src data:")
    expect(page).not.toMatch(/<script|https?:|src="(?!data:)/)
    expect(page).toContain('<h1>&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;more&quot;</h1>')
    expect(page).toMatch(
      /<img src="data:image\/svg\+xml;base64,[^"]+" width="\d+" height="\d+" alt="Measures at each level/,
    )
  })

  it('gives every table a caption, a header row and a name for each row', async () => {
    const tables = (await webPage(small)).match(/<table>.*?<\/table>/gs) ?? []
    expect(tables).toHaveLength(7)
    for (const table of tables)
      expect(table).toMatch(/<caption>.+<thead><tr><th scope="col".+<tbody>\s*<tr><th scope="row">/s)
  })
})

describe('the workbook', () => {
  const hostile = [
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '=HYPERLINK("http://a","b")',
    '\uff1d1+1',
    '=cmd|x\u0000',
  ]

  it('holds what looks like a formula as text that stays text', async () => {
    const next = hostile.map((title) => itemOf(title))
    const report = issuedWith(smallContent({ next }), { title: '=1+1' })
    const parts = await partsOf(report, 'xlsx')
    const sheets = Object.entries(parts).filter(([name]) => name.startsWith('xl/worksheets/sheet'))
    expect(sheets.length).toBeGreaterThan(3)
    for (const [, sheet] of sheets) expect(sheet).not.toMatch(/<f[ >]/)
    const styles = parts['xl/styles.xml'] ?? ''
    const text = /<numFmt numFmtId="(\d+)" formatCode="@"\/>/.exec(styles)?.[1]
    const looks = /<cellXfs[^>]*>(.*?)<\/cellXfs>/s.exec(styles)?.[1] ?? ''
    const formats = [...looks.matchAll(/<xf [^>]*numFmtId="(\d+)"/g)]
    for (const [, sheet] of sheets)
      for (const [, style] of sheet.matchAll(/<c r="[A-Z]+\d+" t="s" s="(\d+)"/g))
        expect(formats[Number(style)]?.[1]).toBe(text)
    const { sheets: read } = await readXlsx(await writeDocument(report, 'xlsx'))
    const titles = read
      .find(({ name }) => name === 'Next')
      ?.rows.slice(1)
      .map(([title]) => title)
    expect(titles).toEqual(hostile.map((title) => title.replace('\u0000', '')))
  })
})

describe('the presentation', () => {
  it('has a page for each workstream, with a title and its work', async () => {
    const parts = await partsOf(small, 'pptx')
    const slides = Object.keys(parts).filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
    const titles = slides
      .toSorted()
      .map((name) => /type="title".*?<a:t>([^<]*)<\/a:t>/s.exec(parts[name] ?? '')?.[1])
    expect(titles).toEqual([
      'Highlight report to the board',
      'Ratings',
      'Planning',
      'Training',
      'Without a workstream',
      'Measures at each level, as a share of all measures',
    ])
    expect(parts['ppt/slides/slide3.xml']).toMatch(
      /Write the plan.*Late.*Choose a provider.*Needs a decision/s,
    )
    expect(parts['ppt/slides/slide6.xml']).toMatch(
      /descr="Measures at each level, as a share of all measures. Ambition 1/,
    )
  })

  it('says how many lines did not fit a page', async () => {
    const next = Array.from({ length: 20 }, (_, place) => itemOf(`Task ${place}`))
    const parts = await partsOf(issuedWith(smallContent({ next })), 'pptx')
    expect(parts['ppt/slides/slide4.xml']).toContain('And 7 more, in the report.')
  })
})

describe('a draft', () => {
  it.each([
    ['docx', /word\/header\d+\.xml/],
    ['xlsx', /xl\/worksheets\/sheet\d+\.xml/],
    ['pptx', /ppt\/slideLayouts\/slideLayout\d+\.xml/],
  ] as const)('says so on every page in %s, and an issued report does not', async (format, part) => {
    const isMarked = async (report: Report) =>
      Object.entries(await partsOf(report, format)).some(
        ([name, text]) => part.test(name) && text.includes('Draft. Not issued.'),
      )
    expect(await isMarked(issuedWith(smallContent(), AS_DRAFT))).toBe(true)
    expect(await isMarked(small)).toBe(false)
  })

  it('says so on the web page', async () => {
    expect(await webPage(issuedWith(smallContent(), AS_DRAFT))).toContain('<body class="draft">')
    expect(await webPage(small)).toContain('<body>')
  })
})
