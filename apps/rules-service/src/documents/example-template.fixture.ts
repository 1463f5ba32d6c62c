import {
  AlignmentType,
  Document,
  Footer,
  Header,
  ImageRun,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx'
import { strToU8, unzipSync, type Unzipped, zipSync } from 'fflate'
import { BLANK_PICTURE } from './formats/blank-picture.ts'

/** A template as an organisation has one: letter paper on its side, a header with a logo, styles of its own. */
export async function exampleTemplate(
  change: (parts: Unzipped) => void = () => undefined,
): Promise<Uint8Array> {
  const logo = new ImageRun({
    type: 'png',
    data: BLANK_PICTURE,
    transformation: { width: 120, height: 48 },
    altText: { name: 'Logo', title: 'Logo', description: 'The logo of the board' },
  })
  const file = new Document({
    creator: 'Somebody by name',
    styles: {
      default: {
        document: { run: { font: 'Georgia', size: 24 } },
        heading1: { run: { size: 44, color: '003087' } },
        heading2: { run: { size: 32, color: '003087' } },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: 15_840, height: 12_240 },
            margin: { top: 1440, right: 1440, bottom: 1440, left: 1440 },
          },
        },
        headers: {
          default: new Header({
            children: [new Paragraph({ alignment: AlignmentType.RIGHT, children: [logo] })],
          }),
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                children: [new TextRun({ children: ['Board paper, page ', PageNumber.CURRENT] })],
              }),
            ],
          }),
        },
        children: [new Paragraph('Words that stand in the template itself')],
      },
    ],
  })
  const parts = unzipSync(await Packer.toBuffer(file))
  change(parts)
  return zipSync(parts)
}

/** Puts a text in the place of another in a part. */
export function inPart(parts: Unzipped, name: string, from: string | RegExp, to: string): void {
  parts[name] = strToU8(
    Buffer.from(parts[name] ?? [])
      .toString('utf8')
      .replace(from, to),
  )
}
