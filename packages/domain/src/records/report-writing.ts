import { z } from 'zod'
import { NarrativeSection } from '../report.ts'
import { Id, recordBase } from '../vocabulary.ts'

/** Who writes one section of a draft report. */
export const SectionOwner = z.strictObject({
  ...recordBase,
  /** The section and the report, in words. */
  title: z.string().min(1),
  report: Id,
  section: NarrativeSection,
  /** The id of a person; null when it was theirs and is nobody's now. */
  owner: Id.nullable(),
})
export type SectionOwner = z.infer<typeof SectionOwner>
