import {
  AlignmentType,
  HeadingLevel,
  ImageRun,
  type IParagraphOptions,
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

/** A part of a document that has a look of its own. */
export type WordPart =
  | 'title'
  | 'about'
  | 'heading2'
  | 'heading3'
  | 'heading4'
  | 'words'
  | 'item'
  | 'tableTitle'
  | 'cell'

/** How the parts of a document look: what Workplan has itself, or what the template of an organisation says. */
export interface WordLook {
  /** From margin to margin, in twentieths of a point. */
  textWidth: number
  parts: Record<WordPart, Pick<IParagraphOptions, 'style' | 'heading' | 'bullet'>>
  /** The style of tables; null for lines around every cell. */
  tableStyle: string | null
  /** Whether the first row of a table is shaded, where no style of tables does it. */
  shadesHead: boolean
}

/** What Workplan has itself, on A4 with margins of 2 cm. */
export function ownLook(textWidth: number): WordLook {
  return {
    textWidth,
    parts: {
      title: { heading: HeadingLevel.HEADING_1 },
      about: { style: 'About' },
      heading2: { heading: HeadingLevel.HEADING_2 },
      heading3: { heading: HeadingLevel.HEADING_3 },
      heading4: { heading: HeadingLevel.HEADING_4 },
      words: { style: 'Words' },
      item: { bullet: { level: 0 } },
      tableTitle: { style: 'TableTitle' },
      cell: { style: 'Cell' },
    },
    tableStyle: null,
    shadesHead: true,
  }
}

/** What stands on the pages of a document: headings, tables with a header row that repeats, pictures with their words. */
export function wordBlocks(
  { title, subtitle, blocks }: ReportDocument,
  look: WordLook,
): (Paragraph | Table)[] {
  return [
    new Paragraph({ ...look.parts.title, children: runs(title) }),
    ...subtitle.map((line) => new Paragraph({ ...look.parts.about, children: runs(line) })),
    ...blocks.flatMap((block) => writeBlock(block, numberOf(block, blocks), look)),
  ]
}

/** A draft says so on every page. */
export const DRAFT_WORDS = 'Draft. Not issued.'

export function draftLine(): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ text: DRAFT_WORDS, bold: true, size: 28, color: '7A2E0E' })],
  })
}

/** Which picture of the document a block is, from 1. The library would count on from those of other documents. */
function numberOf(block: Block, blocks: readonly Block[]): number {
  return blocks.filter(({ kind }) => kind === 'chart').indexOf(block) + 1
}

function writeBlock(block: Block, number: number, look: WordLook): (Paragraph | Table)[] {
  const { parts } = look
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ ...parts[`heading${block.level}`], children: runs(block.text) })]
    case 'paragraph':
      return [new Paragraph({ ...parts.words, children: runs(block.text) })]
    case 'list':
      return block.items.map((item) => new Paragraph({ ...parts.item, children: runs(item) }))
    case 'table':
      return [
        new Paragraph({ ...parts.tableTitle, children: runs(block.table.caption) }),
        writeTable(block.table, look),
      ]
    case 'chart':
      return [writeChart(block.chart, number, look)]
  }
}

function writeTable({ columns, rows }: DocumentTable, look: WordLook): Table {
  const widths = columns.map(({ width }) => Math.round(width * look.textWidth))
  const head = columns.map(({ title }, place) =>
    cellOf(title, { width: widths[place] ?? 0, head: true, alignment: AlignmentType.LEFT }, look),
  )
  return new Table({
    width: { size: look.textWidth, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    ...(look.tableStyle !== null && { style: look.tableStyle }),
    tableLook: { firstRow: true, firstColumn: true, noHBand: true, noVBand: true },
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: head }),
      ...rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            children: row.map(({ text, number }, place) =>
              cellOf(
                text,
                {
                  width: widths[place] ?? 0,
                  head: false,
                  alignment: number === null ? AlignmentType.LEFT : AlignmentType.RIGHT,
                },
                look,
              ),
            ),
          }),
      ),
    ],
  })
}

interface CellPlace {
  width: number
  head: boolean
  alignment: (typeof AlignmentType)['LEFT' | 'RIGHT']
}

function cellOf(text: string, { width, head, alignment }: CellPlace, look: WordLook): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 60, bottom: 60, left: 80, right: 80 },
    verticalAlign: VerticalAlign.TOP,
    ...(head && look.shadesHead && { shading: { type: ShadingType.CLEAR, fill: 'D8DDE0' } }),
    children: [new Paragraph({ ...look.parts.cell, alignment, children: runs(text, head) })],
  })
}

function writeChart(
  { svg, width, height, title, description }: DocumentChart,
  number: number,
  look: WordLook,
): Paragraph {
  // In pixels of 1/96 inch.
  const pictureWidth = Math.round((look.textWidth / 1440) * 96)
  const scaled = Math.round((pictureWidth * height) / width)
  return new Paragraph({
    children: [
      new ImageRun({
        type: 'svg',
        data: Buffer.from(svg, 'utf8'),
        fallback: { type: 'png', data: BLANK_PICTURE },
        transformation: { width: pictureWidth, height: scaled },
        altText: { id: String(number), name: title, title, description },
      }),
    ],
  })
}

function runs(text: string, bold = false): TextRun[] {
  return [new TextRun({ text: writableText(text), ...(bold && { bold }) })]
}
