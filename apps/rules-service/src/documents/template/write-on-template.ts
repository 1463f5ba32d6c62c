import { PatchType, patchDocument } from 'docx'
import { strFromU8, strToU8, unzipSync, type Unzipped, zipSync } from 'fflate'
import type { ReportDocument } from '../content/document.ts'
import { DRAFT_WORDS, draftLine, wordBlocks, type WordLook } from '../formats/word-blocks.ts'
import { CONTENT_KEY } from './prepare-template.ts'
import { attribute } from './relations.ts'
import { stylesOf, type TemplateStyle } from './template-styles.ts'

/** The document for Word on a prepared template: with its styles, headers, footers and page. */
export async function writeOnTemplate(document: ReportDocument, template: Uint8Array): Promise<Unzipped> {
  const parts = unzipSync(template)
  const isMarked = document.draft && markHeaders(parts)
  const blocks = wordBlocks(document, lookOf(parts))
  const written = await patchDocument({
    outputType: 'uint8array',
    data: zipSync(parts, { level: 0 }),
    patches: {
      [CONTENT_KEY]: {
        type: PatchType.DOCUMENT,
        children: document.draft && !isMarked ? [draftLine(), ...blocks] : blocks,
      },
    },
    keepOriginalStyles: false,
    // What a report says is never taken for a mark.
    recursive: false,
  })
  return unzipSync(written)
}

/** Says in every header that this is a draft; false where the template has none. */
function markHeaders(parts: Unzipped): boolean {
  const headers = Object.keys(parts).filter((name) => /^word\/header[^/]*\.xml$/.test(name))
  for (const name of headers)
    parts[name] = strToU8(
      strFromU8(parts[name] ?? new Uint8Array()).replace(
        /<w:hdr\b[^>]*>/,
        (root) =>
          `${root}<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:b/><w:color w:val="7A2E0E"/>` +
          `<w:sz w:val="28"/></w:rPr><w:t>${DRAFT_WORDS}</w:t></w:r></w:p>`,
      ),
    )
  return headers.length > 0
}

function lookOf(parts: Readonly<Unzipped>): WordLook {
  const textOf = (name: string) => strFromU8(parts[name] ?? new Uint8Array())
  const styles = stylesOf(textOf(stylesPart(parts)))
  const named = (name: string, type: string) =>
    styles.find((style) => style.name === name && style.type === type) ?? null
  const paragraph = (name: string) => styleOf(named(name, 'paragraph'))
  const bullets = named('list bullet', 'paragraph')
  const ownTable = named('report table', 'table')
  return {
    textWidth: textWidthOf(textOf('word/document.xml')),
    parts: {
      title: paragraph('heading 1'),
      about: {},
      heading2: paragraph('heading 2'),
      heading3: paragraph('heading 3'),
      heading4: paragraph('heading 4'),
      words: {},
      item: bullets ? styleOf(bullets) : { bullet: { level: 0 } },
      tableTitle: paragraph('workplan table title'),
      cell: paragraph('workplan cell'),
    },
    tableStyle: (ownTable ?? named('table grid', 'table'))?.id ?? null,
    shadesHead: ownTable === null,
  }
}

function styleOf(style: TemplateStyle | null): { style?: string } {
  return style ? { style: style.id } : {}
}

function stylesPart(parts: Readonly<Unzipped>): string {
  return Object.keys(parts).find((name) => /^word\/styles\d*\.xml$/.test(name)) ?? 'word/styles.xml'
}

/** From margin to margin, in twentieths of a point. */
function textWidthOf(main: string): number {
  const size = /<w:pgSz\b[^>]*>/.exec(main)?.[0] ?? ''
  const margins = /<w:pgMar\b[^>]*>/.exec(main)?.[0] ?? ''
  const [width, left, right, gutter] = [
    Number(attribute(size, 'w:w')) || 11_906,
    Number(attribute(margins, 'w:left')) || 0,
    Number(attribute(margins, 'w:right')) || 0,
    Number(attribute(margins, 'w:gutter')) || 0,
  ]
  return Math.max(2000, width - left - right - gutter)
}
