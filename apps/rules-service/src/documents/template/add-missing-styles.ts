import { TemplateRefused } from './template-refused.ts'
import { stylesOf } from './template-styles.ts'

/** What a document needs beyond the plain text of a template, by the name that a style of its own would have. */
const NEEDED: Readonly<Record<string, { id: string; looks: string }>> = {
  'heading 1': { id: 'WorkplanHeading1', looks: heading(0, 40) },
  'heading 2': { id: 'WorkplanHeading2', looks: heading(1, 30) },
  'heading 3': { id: 'WorkplanHeading3', looks: heading(2, 24) },
  'heading 4': { id: 'WorkplanHeading4', looks: heading(3, 22) },
  'workplan table title': {
    id: 'WorkplanTableTitle',
    looks: '<w:pPr><w:keepNext/><w:spacing w:before="200" w:after="80"/></w:pPr><w:rPr><w:b/></w:rPr>',
  },
  'workplan cell': {
    id: 'WorkplanCell',
    looks:
      '<w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:rPr><w:sz w:val="18"/></w:rPr>',
  },
}

function heading(level: number, size: number): string {
  const spacing = '<w:spacing w:before="240" w:after="120"/>'
  return (
    `<w:pPr><w:keepNext/>${spacing}<w:outlineLvl w:val="${level}"/></w:pPr>` +
    `<w:rPr><w:b/><w:sz w:val="${size}"/></w:rPr>`
  )
}

/** The styles of a template with those that it lacks, each like its plain text. Throws `TemplateRefused`. */
export function addMissingStyles(xml: string): string {
  const known = stylesOf(xml)
  const end = xml.lastIndexOf('</w:styles>')
  if (end < 0) throw new TemplateRefused('The styles of the file cannot be read. Save it anew in Word.')
  const plain = known.find(({ type, isDefault }) => type === 'paragraph' && isDefault)
  const basedOn = plain ? `<w:basedOn w:val="${plain.id}"/>` : ''
  const missing = Object.entries(NEEDED).filter(
    ([wanted]) => !known.some(({ name, type }) => type === 'paragraph' && name === wanted),
  )
  const added = missing.map(
    ([name, { id, looks }]) =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${basedOn}<w:qFormat/>${looks}</w:style>`,
  )
  return xml.slice(0, end) + added.join('') + xml.slice(end)
}
