import { writeXlsx, type Cell, type CellStyle, type WriteSheet } from 'hucre/xlsx'
import type { Block, DocumentCell, DocumentTable, ReportDocument } from '../content/document.ts'
import { writableText } from './escape-xml.ts'

/** A cell of this format stays text, whatever it begins with and whoever edits it: `=1+1` never becomes a formula. */
const TEXT: CellStyle = { numFmt: '@', alignment: { vertical: 'top', wrapText: true } }
const FIGURE: CellStyle = { numFmt: 'General', alignment: { vertical: 'top' } }
const HEAD: CellStyle = {
  ...TEXT,
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'D8DDE0' } },
}

const SHEET_CHARACTERS = 110

/** The document as a workbook: its words on the first sheet, and each of its tables on one of its own. */
export async function writeWorkbook(document: ReportDocument): Promise<Uint8Array> {
  const tables = document.blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []))
  return writeXlsx({
    sheets: [wordSheet(document), ...tables.map((table) => tableSheet(table, document.draft))],
    properties: { title: document.title, created: document.date, modified: document.date },
  })
}

function wordSheet({ title, subtitle, blocks, draft }: ReportDocument): WriteSheet {
  const lines = [title, ...subtitle, ...blocks.flatMap(linesOf)]
  const headings = new Set([
    title,
    ...blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : [])),
  ])
  return sheet(
    'Report',
    [[120], lines.map((line) => [textOf(line, headings.has(line) ? HEAD : TEXT)])],
    draft,
  )
}

/** What the first sheet says of a block; of a table, on which sheet it is. */
function linesOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [block.text]
    case 'list':
      return block.items
    case 'table':
      return [`${block.table.caption}: see the sheet ${block.table.sheet}`]
    case 'chart':
      return [`${block.chart.title}. ${block.chart.description}`]
  }
}

function tableSheet({ sheet: name, columns, rows }: DocumentTable, draft: boolean): WriteSheet {
  const widths = columns.map(({ width }) => Math.max(10, Math.round(width * SHEET_CHARACTERS)))
  const head = columns.map(({ title }) => textOf(title, HEAD))
  return {
    ...sheet(name, [widths, [head, ...rows.map((row) => row.map(cellOf))]], draft),
    freezePane: { rows: 1 },
  }
}

type SheetCell = Pick<Cell, 'value' | 'type' | 'style'>

function sheet(name: string, [widths, rows]: [number[], SheetCell[][]], draft: boolean): WriteSheet {
  const cells = rows.flatMap((row, line) =>
    row.map((cell, column): [string, SheetCell] => [`${line},${column}`, cell]),
  )
  return {
    name,
    columns: widths.map((width) => ({ width })),
    rows: rows.map((row) => row.map(({ value }) => value)),
    cells: new Map(cells),
    pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    headerFooter: {
      ...(draft && { oddHeader: '&C&"Arial,Bold"Draft. Not issued.' }),
      oddFooter: '&RPage &P of &N',
    },
  }
}

function cellOf({ text, number }: DocumentCell): SheetCell {
  return number === null ? textOf(text, TEXT) : { value: number, type: 'number', style: FIGURE }
}

function textOf(text: string, style: CellStyle): SheetCell {
  return { value: writableText(text), type: 'string', style }
}
