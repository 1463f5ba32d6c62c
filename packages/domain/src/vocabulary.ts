import { z } from 'zod'
import { isRealDate } from './dates.ts'

/** Permanent ids: lower-case words and numbers joined by dots or hyphens, as in `bnssg.task.training`. */
export const Id = z
  .string()
  .regex(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/, 'must be lower-case words joined by dots or hyphens')

export const IsoDateSchema = z.iso.date()

/** `2023`, `2023-04` or `2023-04-30`: a date as exactly as it is known. */
export const PartialDateSchema = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-\d{2})?)?$/, 'must be a year, a month (2023-04) or a date (2023-04-30)')
  .refine((date) => date.length < 10 || isRealDate(date), 'is not a date in the calendar')

export const Audience = z.enum(['adult', 'children', 'all', 'workforce'])
export type Audience = z.infer<typeof Audience>

export const TaskStatus = z.enum(['not-started', 'in-progress', 'blocked', 'done', 'unknown'])
export type TaskStatus = z.infer<typeof TaskStatus>

/** Why a task stands where it does; required for a blocked task. */
export const StatusReason = z.enum([
  'decision-needed',
  'funding-needed',
  'staffing',
  'waiting-for-other-work',
  'partly-done',
  'other',
])
export type StatusReason = z.infer<typeof StatusReason>

/** `known`: a gap is named. `none-identified`: somebody looked and found none. `not-yet-known`: nobody can say yet. */
export const GapState = z.enum(['known', 'none-identified', 'not-yet-known'])
export type GapState = z.infer<typeof GapState>

export const Severity = z.enum(['high', 'medium', 'low'])
export type Severity = z.infer<typeof Severity>

/** Red, amber, green; `complete` stays outside the three, `not-rated` means that nothing can be judged. */
export const Rag = z.enum(['red', 'amber', 'green', 'complete', 'not-rated'])
export type Rag = z.infer<typeof Rag>

/** The three workstream apps. */
export const WorkstreamApp = z.enum(['adult', 'children', 'workforce'])
export type WorkstreamApp = z.infer<typeof WorkstreamApp>

export const AppId = z.enum(['governance', 'adult', 'children', 'workforce'])
export type AppId = z.infer<typeof AppId>

export const Level = z.union([
  z.literal(0),
  z.literal(1),
  z.literal(2),
  z.literal(3),
  z.literal(4),
  z.literal(5),
])
export type Level = z.infer<typeof Level>

/** The address of a page: what is shown as a link leads to one, and never runs anything. */
export const WebAddress = z.url({ protocol: /^https?$/ })

/** Where a record or requirement comes from: the document, and the section, slide or measure in it. */
export const Source = z.strictObject({
  document: z.string().min(1),
  section: z.string().min(1).optional(),
  url: WebAddress.optional(),
})
export type Source = z.infer<typeof Source>

/**
 * Which fields of a record were not said by the programme itself. A field without an entry is stated;
 * an inferred one is shown as such and never as the board's own words.
 */
export const Basis = z.record(
  z.string(),
  z.strictObject({ kind: z.enum(['stated', 'inferred']), note: z.string().optional() }),
)
export type Basis = z.infer<typeof Basis>

/** A file, page or paper that backs a statement. */
export const EvidenceLink = z.strictObject({
  title: z.string().trim().min(1).max(300),
  url: WebAddress.nullable(),
})
export type EvidenceLink = z.infer<typeof EvidenceLink>

/** What every record carries besides its own fields. */
export const recordBase = {
  id: Id,
  source: Source,
  basis: Basis.optional(),
  note: z.string().optional(),
}
