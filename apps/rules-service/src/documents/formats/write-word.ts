import { AlignmentType, Document, Footer, Header, Packer, PageNumber, Paragraph, TextRun } from 'docx'
import type { ReportDocument } from '../content/document.ts'
import { draftLine, ownLook, wordBlocks } from './word-blocks.ts'

/** A4 upright with margins of 2 cm, in twentieths of a point. */
const PAGE = { width: 11_906, height: 16_838, margin: 1134 }

/** The document for Word as Workplan has it itself, with page numbers. */
export async function writeWord(document: ReportDocument): Promise<Uint8Array> {
  const file = new Document({
    title: document.title,
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
        ...(document.draft && { headers: { default: new Header({ children: [draftLine()] }) } }),
        footers: { default: new Footer({ children: [pageLine()] }) },
        children: wordBlocks(document, ownLook(PAGE.width - 2 * PAGE.margin)),
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
    heading4: {
      run: { size: 22, bold: true, italics: false, color: '212B32' },
      paragraph: { spacing: { before: 200, after: 80 }, keepNext: true },
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

function pageLine(): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.RIGHT,
    children: [
      new TextRun({ children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES], size: 18 }),
    ],
  })
}
