import { z } from 'zod'
import { NarrativeSection } from './report.ts'
import { Id } from './vocabulary.ts'

/** Who writes a section. `version` is 0 where nobody was ever named. */
export const SectionOwnerView = z.strictObject({
  section: NarrativeSection,
  owner: z.strictObject({ id: Id, name: z.string() }).nullable(),
  version: z.number().int(),
})
export type SectionOwnerView = z.infer<typeof SectionOwnerView>

/** One change of a text, from the journal. */
export const SectionEdit = z.strictObject({
  seq: z.number().int(),
  at: z.iso.datetime(),
  by: z.string(),
  section: NarrativeSection,
  before: z.string(),
  after: z.string(),
})
export type SectionEdit = z.infer<typeof SectionEdit>

/** What of one list of figures came and went; titles only, for records may have changed since. */
export const FigureChange = z.strictObject({
  list: z.enum(['done', 'next', 'late', 'decisionsNeeded', 'escalated', 'flagsRaised', 'flagsCleared']),
  added: z.array(z.string()),
  gone: z.array(z.string()),
})
export type FigureChange = z.infer<typeof FigureChange>

/** How a draft came to what it says: who writes what, every change of a text, and what the last refresh changed. */
export const ReportWriting = z.strictObject({
  owners: z.array(SectionOwnerView),
  /** Newest first. */
  edits: z.array(SectionEdit),
  /** The last time the figures were taken anew; null while they are those of the first draft. */
  refreshed: z
    .strictObject({
      at: z.iso.datetime(),
      by: z.string(),
      figures: z.array(FigureChange),
      ratings: z.array(z.strictObject({ dimension: z.string(), before: z.string(), after: z.string() })),
    })
    .nullable(),
})
export type ReportWriting = z.infer<typeof ReportWriting>

export const SectionOwnerInput = z.strictObject({ section: NarrativeSection, owner: Id.nullable() })
export type SectionOwnerInput = z.infer<typeof SectionOwnerInput>
