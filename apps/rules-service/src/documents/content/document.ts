/** A report as a document, before it is written in any format: every format says exactly this. */
export interface ReportDocument {
  title: string
  /** The lines beneath the title: whose report it is, to whom, on what. */
  subtitle: readonly string[]
  /** True for a draft, which every page says. */
  draft: boolean
  blocks: readonly Block[]
  /** One page each for the presentation; the same lines stand in the tables of `blocks`. */
  workstreams: readonly WorkstreamPage[]
  /** What names the file to a program: which report it is, in which form. */
  marker: string
  author: string
  /** The moment the file says it was made: of the issue, or of the draft's figures. */
  date: Date
}

export type Block =
  | { kind: 'heading'; level: 2 | 3 | 4; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'list'; items: readonly string[] }
  | { kind: 'table'; table: DocumentTable }
  | { kind: 'chart'; chart: DocumentChart }

/** A table with a header row; the first cell of each row names the row. */
export interface DocumentTable {
  caption: string
  /** A name of at most 31 characters, as a worksheet may have. */
  sheet: string
  columns: readonly DocumentColumn[]
  rows: readonly (readonly DocumentCell[])[]
}

/** `width` is a share of the width of the table. */
export interface DocumentColumn {
  title: string
  width: number
}

/** `number` is the figure behind the text, for formats that calculate; null where the text is all there is. */
export interface DocumentCell {
  text: string
  number: number | null
}

/** A picture as SVG text, and what it shows in words. Width and height are in pixels. */
export interface DocumentChart {
  svg: string
  width: number
  height: number
  title: string
  description: string
}

export interface WorkstreamPage {
  title: string
  table: DocumentTable
}

/** A cell with a text. */
export function textCell(text: string): DocumentCell {
  return { text, number: null }
}

/** A cell with a figure; `text` is how it reads. */
export function numberCell(number: number, text = String(number)): DocumentCell {
  return { text, number }
}
