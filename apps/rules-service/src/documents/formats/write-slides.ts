import { unzipSync, type Unzipped } from 'fflate'
import PptxGenJS from 'pptxgenjs'
import type { DocumentChart, DocumentTable, ReportDocument, WorkstreamPage } from '../content/document.ts'
import { BLANK_PICTURE } from './blank-picture.ts'
import { writableText } from './escape-xml.ts'

/** A slide in inches, 16 by 9. */
const SLIDE = { width: 13.33, height: 7.5, margin: 0.5 }
const TEXT_WIDTH = SLIDE.width - 2 * SLIDE.margin
/** Rows of a table that fit a slide; how many more there are is said beneath. */
const MOST_ROWS = 14
const CELL_CHARACTERS = 110

const MASTER = 'REPORT'
const INK = '212B32'
const FONT = 'Arial'

/**
 * The types of the library speak of CommonJS, where its default has a default of its own; loaded as what it is, the
 * default is the class itself.
 */
type PresentationClass = typeof PptxGenJS extends { default: infer Class } ? Class : typeof PptxGenJS
const Presentation = PptxGenJS as unknown as PresentationClass

type Deck = InstanceType<PresentationClass>
type Slide = ReturnType<Deck['addSlide']>

/** The parts of a presentation: what the report is, its ratings, one page for each workstream, and the levels. */
export async function writeSlides(document: ReportDocument): Promise<Unzipped> {
  const deck = new Presentation()
  deck.defineLayout({ name: 'WIDE', width: SLIDE.width, height: SLIDE.height })
  deck.layout = 'WIDE'
  deck.theme = { headFontFace: FONT, bodyFontFace: FONT }
  deck.title = document.title
  defineMaster(deck, document.draft)
  addFirst(deck, document)
  const ratings = document.blocks.find((block) => block.kind === 'table')
  if (ratings) addTablePage(deck, { title: 'Ratings', table: ratings.table })
  for (const page of document.workstreams) addTablePage(deck, page)
  for (const block of document.blocks) if (block.kind === 'chart') addChart(deck, block.chart)
  const parts = unzipSync(new Uint8Array((await deck.write({ outputType: 'arraybuffer' })) as ArrayBuffer))
  // The library puts the picture of a broken image beside each drawing.
  for (const name of Object.keys(parts)) if (/^ppt\/media\/.*\.png$/.test(name)) parts[name] = BLANK_PICTURE
  return Object.fromEntries(Object.entries(parts).filter(([name]) => !name.endsWith('/')))
}

function addFirst(deck: Deck, document: ReportDocument): void {
  const slide = newSlide(deck, document.title)
  slide.addText(document.subtitle.map(writableText).join('\n'), {
    x: SLIDE.margin,
    y: 2,
    w: TEXT_WIDTH,
    h: 3.5,
    fontFace: FONT,
    fontSize: 20,
    color: INK,
    valign: 'top',
    lang: 'en-GB',
  })
}

function addTablePage(deck: Deck, { title, table }: WorkstreamPage): void {
  const slide = newSlide(deck, title)
  slide.addTable(rowsOf(table), {
    x: SLIDE.margin,
    y: 1.25,
    w: TEXT_WIDTH,
    colW: table.columns.map(({ width }) => width * TEXT_WIDTH),
    border: { type: 'solid', pt: 0.5, color: 'AEB7BD' },
    fontFace: FONT,
    fontSize: 11,
    color: INK,
    margin: 0.05,
    objectName: writableText(table.caption),
  })
  const left = table.rows.length - MOST_ROWS
  if (left > 0) addNote(slide, left === 1 ? 'And 1 more, in the report.' : `And ${left} more, in the report.`)
}

function rowsOf({ columns, rows }: DocumentTable) {
  const head = columns.map(({ title }) => ({
    text: writableText(title),
    options: { bold: true, fill: { color: 'D8DDE0' } },
  }))
  return [head, ...rows.slice(0, MOST_ROWS).map((row) => row.map(({ text }) => ({ text: shortened(text) })))]
}

function addChart(deck: Deck, chart: DocumentChart): void {
  const slide = newSlide(deck, chart.title)
  const height = SLIDE.height - 1.25 - 0.6
  const scale = Math.min(TEXT_WIDTH / chart.width, height / chart.height)
  slide.addImage({
    data: `image/svg+xml;base64,${Buffer.from(chart.svg, 'utf8').toString('base64')}`,
    altText: `${chart.title}. ${chart.description}`,
    x: SLIDE.margin,
    y: 1.25,
    w: chart.width * scale,
    h: chart.height * scale,
  })
}

/** A slide with its title as a title. */
function newSlide(deck: Deck, title: string): Slide {
  const slide = deck.addSlide({ masterName: MASTER })
  slide.addText(writableText(title), { placeholder: 'title', lang: 'en-GB' })
  return slide
}

/** What every slide has: the place of its title, the number of the page, and on a draft that it is one. */
function defineMaster(deck: Deck, draft: boolean): void {
  deck.defineSlideMaster({
    title: MASTER,
    background: { color: 'FFFFFF' },
    slideNumber: { x: SLIDE.width - 1.1, y: SLIDE.height - 0.5, fontFace: FONT, fontSize: 11, color: INK },
    objects: [
      {
        placeholder: {
          options: {
            name: 'title',
            type: 'title',
            x: SLIDE.margin,
            y: 0.3,
            w: TEXT_WIDTH,
            h: 0.8,
            fontFace: FONT,
            fontSize: 26,
            bold: true,
            color: INK,
            align: 'left',
            valign: 'middle',
            margin: 0,
          },
          text: '',
        },
      },
      ...(draft ? [{ text: { text: 'Draft. Not issued.', options: DRAFT_LINE } }] : []),
    ],
  })
}

const DRAFT_LINE = {
  x: SLIDE.margin,
  y: SLIDE.height - 0.5,
  w: 4,
  h: 0.3,
  fontFace: FONT,
  fontSize: 14,
  bold: true,
  color: '7A2E0E',
  margin: 0,
}

function addNote(slide: Slide, text: string): void {
  slide.addText(text, {
    x: SLIDE.margin + 4.2,
    y: SLIDE.height - 0.5,
    w: 6,
    h: 0.3,
    fontFace: FONT,
    fontSize: 12,
    color: INK,
    margin: 0,
    lang: 'en-GB',
  })
}

/** A slide is read across a room: a long text is cut, and the report has all of it. */
function shortened(text: string): string {
  const whole = writableText(text)
  return whole.length <= CELL_CHARACTERS ? whole : `${whole.slice(0, CELL_CHARACTERS - 1).trimEnd()}…`
}
