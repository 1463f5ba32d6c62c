import { z } from 'zod'
import { WordTemplate } from './records/word-template.ts'

/** A Word template that somebody gives, or null to go back to the one that Workplan has. */
export const WordTemplateChange = z.strictObject({
  template: WordTemplate.pick({ file: true })
    .extend({ name: z.string().trim().min(1).max(200) })
    .nullable(),
})
export type WordTemplateChange = z.infer<typeof WordTemplateChange>

/** The Word template in use; `version` is 0 until one is set for the first time. */
export const WordTemplateView = z.strictObject({
  version: z.number().int(),
  template: WordTemplate.pick({ id: true, title: true, bytes: true, sha256: true }).nullable(),
})
export type WordTemplateView = z.infer<typeof WordTemplateView>
