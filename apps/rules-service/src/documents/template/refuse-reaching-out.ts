import { attribute } from './relations.ts'
import { TemplateRefused } from './template-refused.ts'

/** Fields that say something of the document itself. Others fetch files, and some ask programs or start them. */
const HARMLESS = new Set([
  ...['PAGE', 'NUMPAGES', 'SECTION', 'SECTIONPAGES', 'TITLE', 'SUBJECT', 'AUTHOR', 'FILENAME', 'STYLEREF'],
  ...['DATE', 'TIME', 'CREATEDATE', 'SAVEDATE', 'PRINTDATE', 'DOCPROPERTY', 'KEYWORDS', 'COMMENTS', 'SYMBOL'],
])

/** Whatever prefix stands for the language of Word. */
const FIELD_PART = /<(?:[\w.-]+:)?(fldSimple|fldChar|instrText)\b([^>]*)>([^<]*)/g
const ADDRESS = /\s(?:[\w.-]+:)?(href|src|manifestLocation|schemaLocation)\s*=/i

/** Throws `TemplateRefused` for a part that would have Word fetch or start something when a document is opened. */
export function refuseReachingOut(place: string, text: string): void {
  const address = ADDRESS.exec(text)?.[1]
  if (address !== undefined)
    throw new TemplateRefused(
      `${place} names an address (${address}). Embed pictures in place of linking them, take links out, and choose the file again.`,
    )
  for (const instruction of instructionsIn(text)) {
    const word = /^\s*([a-z]+)(?=\s|\\|$)/i.exec(instruction)?.[1]?.toUpperCase()
    if (word === undefined || !HARMLESS.has(word))
      throw new TemplateRefused(
        `${place} has a field (${instruction.trim().slice(0, 80)}) that is more than a page number, a date or a title. Take it out in Word, and choose the file again.`,
      )
  }
}

/** What the fields of a part say, each as a whole; one inside the instruction of another is told as empty, for nobody knows what it makes. */
function instructionsIn(text: string): string[] {
  const found: string[] = []
  let open: string | null = null
  for (const [, kind, attributes = '', content = ''] of text.matchAll(FIELD_PART)) {
    if (kind === 'fldSimple') found.push(attribute(attributes, '(?:[\\w.-]+:)?instr'))
    else if (kind === 'instrText') {
      if (open === null) found.push('')
      else open += content
    } else if (attribute(attributes, '(?:[\\w.-]+:)?fldCharType') === 'begin') {
      if (open !== null) found.push('')
      open = ''
    } else {
      if (open !== null) found.push(open)
      open = null
    }
  }
  return open === null ? found : [...found, open]
}
