import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import type { Block, DocumentChart, DocumentTable, ReportDocument } from '../content/document.ts'
import { BLANK_PICTURE } from './blank-picture.ts'
import { writableText } from './escape-xml.ts'

/** A4 upright with margins of 2 cm, in twentieths of a point. */
const PAGE = { width: 11_906, height: 16_838, margin: 1134 }
const TEXT_WIDTH = PAGE.width - 2 * PAGE.margin
/** The same width in pixels of 1/96 inch. */
const PICTURE_WIDTH = Math.round((TEXT_WIDTH / 1440) * 96)

const HEADINGS = { 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const

/** The document for Word: headings, tables with a header row that repeats, the picture with its words, page numbers. */
export async function writeWord(document: ReportDocument): Promise<Uint8Array> {
  const { title, subtitle, blocks, draft } = document
  const file = new Document({
    title,
    creator: document.author,
    styles: STYLES,
    sections: [
      {
        properties: {
          page: {
            size: { width: PAGE.width, height: PAGE.height },
            margin: { top: PAGE.margin, right: PAGE.margin, bottom: PAGE.margin, left: PAGE.margin },
          },
        },
        ...(draft && { headers: { default: new Header({ children: [draftLine()] }) } }),
        footers: { default: new Footer({ children: [pageLine()] }) },
        children: [
          new Paragraph({ heading: HeadingLevel.HEADING_1, children: runs(title) }),
          ...subtitle.map((line) => new Paragraph({ style: 'About', children: runs(line) })),
          ...blocks.flatMap((block) => writeBlock(block, numberOf(block, blocks))),
        ],
      },
    ],
  })
  return Packer.toBuffer(file)
}

const STYLES = {
  default: {
    document: { run: { font: 'Arial', size: 22, language: { value: 'en-GB' } } },
    heading1: { run: { size: 40, bold: true }, paragraph: { spacing: { after: 200 } } },
    heading2: {
      run: { size: 30, bold: true },
      paragraph: { spacing: { before: 360, after: 120 }, keepNext: true },
    },
    heading3: {
      run: { size: 24, bold: true },
      paragraph: { spacing: { before: 240, after: 120 }, keepNext: true },
    },
  },
  paragraphStyles: [
    { id: 'About', name: 'About the report', basedOn: 'Normal', run: { color: '4C6272', size: 20 } },
    { id: 'Words', name: 'Words', basedOn: 'Normal', paragraph: { spacing: { after: 160 } } },
    {
      id: 'TableTitle',
      name: 'Table title',
      basedOn: 'Normal',
      run: { bold: true },
      paragraph: { spacing: { before: 200, after: 80 }, keepNext: true },
    },
    { id: 'Cell', name: 'Cell', basedOn: 'Normal', run: { size: 18 } },
  ],
}

/** Which picture of the document a block is, from 1. The library would count on from those of other documents. */
function numberOf(block: Block, blocks: readonly Block[]): number {
  return blocks.filter(({ kind }) => kind === 'chart').indexOf(block) + 1
}

function writeBlock(block: Block, number: number): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ heading: HEADINGS[block.level], children: runs(block.text) })]
    case 'paragraph':
      return [new Paragraph({ style: 'Words', children: runs(block.text) })]
    case 'list':
      return block.items.map((item) => new Paragraph({ bullet: { level: 0 }, children: runs(item) }))
    case 'table':
      return [
        new Paragraph({ style: 'TableTitle', children: runs(block.table.caption) }),
        writeTable(block.table),
      ]
    case 'chart':
      return [writeChart(block.chart, number)]
  }
}

function writeTable({ columns, rows }: DocumentTable): Table {
  const widths = columns.map(({ width }) => Math.round(width * TEXT_WIDTH))
  const head = columns.map(({ title }, place) =>
    cellOf(title, { width: widths[place] ?? 0, head: true, alignment: AlignmentType.LEFT }),
  )
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    tableLook: { firstRow: true, firstColumn: true, noHBand: true, noVBand: true },
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: head }),
      ...rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            children: row.map(({ text, number }, place) =>
              cellOf(text, {
                width: widths[place] ?? 0,
                head: false,
                alignment: number === null ? AlignmentType.LEFT : AlignmentType.RIGHT,
              }),
            ),
          }),
      ),
    ],
  })
}

interface CellLook {
  width: number
  head: boolean
  alignment: (typeof AlignmentType)['LEFT' | 'RIGHT']
}

function cellOf(text: string, { width, head, alignment }: CellLook): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 60, bottom: 60, left: 80, right: 80 },
    verticalAlign: VerticalAlign.TOP,
    ...(head && { shading: { type: ShadingType.CLEAR, fill: 'D8DDE0' } }),
    children: [new Paragraph({ style: 'Cell', alignment, children: runs(text, head) })],
  })
}

function writeChart({ svg, width, height, title, description }: DocumentChart, number: number): Paragraph {
  const scaled = Math.round((PICTURE_WIDTH * height) / width)
  return new Paragraph({
    children: [
      new ImageRun({
        type: 'svg',
        data: Buffer.from(svg, 'utf8'),
        fallback: { type: 'png', data: BLANK_PICTURE },
        transformation: { width: PICTURE_WIDTH, height: scaled },
        altText: { id: String(number), name: title, title, description },
      }),
    ],
  })
}

function draftLine(): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ text: 'Draft. Not issued.', bold: true, size: 28, color: '7A2E0E' })],
  })
}

function pageLine(): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.RIGHT,
    children: [
      new TextRun({ children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES], size: 18 }),
    ],
  })
}

function runs(text: string, bold = false): TextRun[] {
  return [new TextRun({ text: writableText(text), bold })]
}
