import { strToU8, type Unzipped, zipSync } from 'fflate'
import { addMissingStyles } from './add-missing-styles.ts'
import { NOT_WORD, openPackage, textOfPart } from './open-package.ts'
import { attribute, type Relation, relationsOf, relationsPart } from './relations.ts'
import { refuseReachingOut } from './refuse-reaching-out.ts'
import { TemplateRefused } from './template-refused.ts'

/** Where the content of a document goes in a prepared template. */
export const CONTENT_KEY = 'workplan-content'

const MAIN = 'word/document.xml'
const DOCUMENT_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
const TEMPLATE_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml'

/** What a document takes from a template, by the kind of relationship; of all else, only headers and footers have pictures. */
const KEPT = new Set([
  'styles',
  'numbering',
  'theme',
  'settings',
  'fontTable',
  'header',
  'footer',
  'footnotes',
  'endnotes',
])
const KEPT_OF_HEADERS = new Set(['image'])

/**
 * What documents need of a Word document or template that somebody gave, as a file: its styles, headers, footers, theme and
 * page, and in the place of its content a mark for theirs. Who wrote it and what else it holds is left out. The same file
 * gives the same bytes. Throws `TemplateRefused`.
 */
export function prepareTemplate(file: Uint8Array): Uint8Array {
  const parts = openPackage(file)
  const types = textOfPart(parts, '[Content_Types].xml') ?? ''
  refuseMacros(parts, types)
  const main = textOfPart(parts, MAIN)
  const isDocument = types.includes(DOCUMENT_TYPE) || types.includes(TEMPLATE_TYPE)
  if (main === null || !isDocument || !main.includes('<w:body')) throw new TemplateRefused(NOT_WORD)
  const prepared: Unzipped = {}
  const kept = keptRelations(parts, MAIN, KEPT)
  for (const { target } of kept) keepPart(prepared, parts, target)
  const page = withoutContent(main)
  refuseReachingOut(placeInWords(MAIN), page)
  prepared[MAIN] = strToU8(page)
  prepared[relationsPart(MAIN)] = relationsXml(kept)
  const styles = kept.find(({ type }) => type === 'styles')?.target
  if (styles === undefined) throw new TemplateRefused(NO_STYLES)
  prepared[styles] = strToU8(addMissingStyles(textOfPart(parts, styles) ?? ''))
  prepared['_rels/.rels'] = strToU8(ROOT_RELATIONS)
  prepared['[Content_Types].xml'] = strToU8(typesOf(types, prepared))
  const names = Object.keys(prepared).toSorted((one, other) => (one < other ? -1 : 1))
  const inOrder = Object.fromEntries(names.map((name) => [name, prepared[name] ?? new Uint8Array()]))
  return zipSync(inOrder, { mtime: new Date(1980, 0, 1), level: 9 })
}

function refuseMacros(parts: Readonly<Unzipped>, types: string): void {
  const program = Object.keys(parts).find((name) => /vba|activeX|\.bin$/i.test(name))
  if (program === undefined && !/macroEnabled|vbaProject/i.test(types)) return
  const where = program === undefined ? '' : ` (the part ${program})`
  throw new TemplateRefused(
    `The file holds macros or controls${where}, and a report carries no programs. In Word save it as a document (.docx) or template (.dotx) without macros, and choose that.`,
  )
}

/** The relationships of a part that a document takes over. Throws `TemplateRefused` for what lies outside the file. */
function keptRelations(parts: Readonly<Unzipped>, part: string, kinds: ReadonlySet<string>): Relation[] {
  const relations = relationsOf(parts, part).filter(({ type }) => kinds.has(type))
  for (const { external, target, type } of relations) {
    if (external) throw outside(part, target)
    if (!parts[target]) throw new TemplateRefused(`The file is incomplete: its ${type} ${target} is missing.`)
  }
  return relations
}

function keepPart(prepared: Unzipped, parts: Readonly<Unzipped>, name: string): void {
  const given = textOfPart(parts, name)
  if (given === null) return
  const text = withoutTies(given)
  refuseReachingOut(placeInWords(name), text)
  prepared[name] = strToU8(text)
  if (!/\/(header|footer)[^/]*\.xml$/.test(name)) return
  for (const { external, target, type } of relationsOf(parts, name)) {
    if (external) throw outside(name, target)
    if (!KEPT_OF_HEADERS.has(type))
      throw new TemplateRefused(
        `${placeInWords(name)} holds something other than words and pictures (${type}). Take it out in Word, and choose the file again.`,
      )
  }
  const kept = keptRelations(parts, name, KEPT_OF_HEADERS)
  if (kept.length > 0) prepared[relationsPart(name)] = relationsXml(kept)
  for (const { target } of kept) prepared[target] = parts[target] ?? new Uint8Array()
}

function outside(part: string, target: string): TemplateRefused {
  return new TemplateRefused(
    `${placeInWords(part)} refers to something outside the file: ${target.slice(0, 200)}. Remove that link, or embed the picture in place of linking it, and choose the file again.`,
  )
}

function placeInWords(part: string): string {
  if (part.includes('/header')) return `A header (${part})`
  if (part.includes('/footer')) return `A footer (${part})`
  return part === MAIN ? 'The document' : `The part ${part}`
}

/** Without what ties a file to another place, or keeps people from editing what is made of it. */
function withoutTies(text: string): string {
  return text
    .replaceAll(/<w:mailMerge\b[\s\S]*?<\/w:mailMerge>/g, '')
    .replaceAll(/<w:(attachedTemplate|documentProtection|writeProtection|saveThroughXslt)\b[^>]*\/>/g, '')
    .replaceAll(/<w:embed(Regular|Bold|Italic|BoldItalic)\b[^>]*\/>/g, '')
}

/** The main part with the page of its last section, and a mark in the place of all that stood on it. */
function withoutContent(main: string): string {
  const text = main.replaceAll(/<w:sectPrChange\b[\s\S]*?<\/w:sectPrChange>/g, '')
  const root = /<w:document\b[^>]*>/.exec(text)
  if (!root) throw new TemplateRefused(NOT_WORD)
  const last = text.lastIndexOf('<w:sectPr')
  const page = last < 0 ? null : /^<w:sectPr\b(?:[^>]*\/>|[\s\S]*?<\/w:sectPr>)/.exec(text.slice(last))
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${root[0]}<w:body>` +
    `<w:p><w:r><w:t>{{${CONTENT_KEY}}}</w:t></w:r></w:p>${page?.[0] ?? A4}</w:body></w:document>`
  )
}

function relationsXml(relations: readonly Relation[]): Uint8Array<ArrayBuffer> {
  const space = 'http://schemas.openxmlformats.org/package/2006/relationships'
  const written = relations.map((relation) => relation.written).join('')
  return strToU8(
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="${space}">${written}</Relationships>`,
  )
}

/** What each part is, of those that are left; a template becomes a document. */
function typesOf(types: string, prepared: Readonly<Unzipped>): string {
  return types
    .replace(TEMPLATE_TYPE, DOCUMENT_TYPE)
    .replaceAll(/<Override\b[^>]*>(?:<\/Override>)?/g, (entry) =>
      prepared[attribute(entry, 'PartName').slice(1)] ? entry : '',
    )
    .replace('</Types>', `${CORE_TYPE}</Types>`)
}

const ROOT_RELATIONS =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
  '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>' +
  '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>' +
  '</Relationships>'

/** Documents have properties of their own. */
const CORE_TYPE =
  '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'

const A4 =
  '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>' +
  '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>'

const NO_STYLES =
  'The file has no styles to write with. Begin with an empty document in Word, set its styles, headers and footers, and choose that.'
