import { z } from 'zod'
import { Id, recordBase } from '../vocabulary.ts'
import { WORD_TEMPLATE_MOST_BYTES } from '../word-template-size.ts'

/** Base64 of at most `WORD_TEMPLATE_MOST_BYTES` bytes. */
const TemplateFile = z
  .base64()
  .min(1)
  .max(Math.ceil(WORD_TEMPLATE_MOST_BYTES / 3) * 4)

/** A Word template of the organisation, as documents are written on it. It never changes: issued reports rest on it. */
export const WordTemplate = z.strictObject({
  ...recordBase,
  /** The name of the file that was given. */
  title: z.string().min(1).max(200),
  bytes: z.number().int(),
  /** Of the file that was given, in hexadecimal. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** What was kept of it, in base64: styles, headers, footers and page, without any content. */
  file: TemplateFile,
})
export type WordTemplate = z.infer<typeof WordTemplate>

/** How documents of a programme look. A programme has one of these at most. */
export const DocumentSetting = z.strictObject({
  ...recordBase,
  title: z.string().min(1),
  /** The template of Word documents; null for the one that Workplan has. */
  wordTemplate: Id.nullable(),
})
export type DocumentSetting = z.infer<typeof DocumentSetting>
