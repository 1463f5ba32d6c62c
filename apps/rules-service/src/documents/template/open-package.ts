import { strFromU8, unzipSync, type Unzipped } from 'fflate'
import { TemplateRefused } from './template-refused.ts'

/** More than any template of words, styles and a few pictures has, unpacked. */
const MOST_PARTS = 300
const MOST_BYTES = 10 * 1024 * 1024

/**
 * The parts of an Office file that somebody gave. Sizes are those that the file states; nothing longer is unpacked. Throws
 * `TemplateRefused`.
 */
export function openPackage(file: Uint8Array): Unzipped {
  let parts = 0
  let bytes = 0
  try {
    return unzipSync(file, {
      filter({ name, size, originalSize }) {
        parts += 1
        bytes += Math.max(size, originalSize)
        if (parts > MOST_PARTS || bytes > MOST_BYTES) throw new TemplateRefused(TOO_LARGE)
        return !name.endsWith('/')
      },
    })
  } catch (error) {
    throw error instanceof TemplateRefused ? error : new TemplateRefused(NOT_WORD)
  }
}

/**
 * The text of a part. Throws `TemplateRefused` for one with declarations, comments or another encoding, of which Office writes
 * none: what is read here is what Word reads.
 */
export function textOfPart(parts: Readonly<Unzipped>, name: string): string | null {
  const part = parts[name]
  if (!part) return null
  const text = strFromU8(part)
  if (text.includes('<!') || /[\0\uFFFD]/.test(text))
    throw new TemplateRefused(
      `The part ${name} of the file declares entities, or hides something else, as Word never does. ${SAVE_ANEW}`,
    )
  return text
}

const SAVE_ANEW =
  'Open the file in Word, save it anew as a Word document (.docx) or template (.dotx), and choose that.'

export const NOT_WORD = `The file cannot be read as a Word document or template. ${SAVE_ANEW}`

const TOO_LARGE =
  'Unpacked, the file is larger than a template may be (10 MB in 300 parts). Begin with an empty document in Word, copy the styles, headers and footers into it, and choose that.'
