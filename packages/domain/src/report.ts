import { z } from 'zod'
import { ReportMetric } from './report-metric.ts'
import { Id, IsoDateSchema, PartialDateSchema, Rag, Severity, TaskStatus } from './vocabulary.ts'

export const ReportStatus = z.enum(['draft', 'issued', 'superseded', 'withdrawn'])
export type ReportStatus = z.infer<typeof ReportStatus>

/** The formats a report can be had in. */
export const ReportFormat = z.enum(['html', 'docx', 'xlsx', 'pptx', 'pdf', 'json'])
export type ReportFormat = z.infer<typeof ReportFormat>

export const ReportPeriod = z
  .strictObject({ from: IsoDateSchema, to: IsoDateSchema })
  .refine((period) => period.from <= period.to, { path: ['to'], message: 'must not be before the first day' })

/** The sections a secretary writes, in the order of the report. */
export const NarrativeSection = z.enum(['summary', 'done', 'next', 'risks', 'decisions'])
export type NarrativeSection = z.infer<typeof NarrativeSection>

export const RagDimension = z.enum(['overall', 'schedule', 'workforce', 'funding', 'evidence'])
export type RagDimension = z.infer<typeof RagDimension>

/** One line of a report's tables: a record, what is said of it, and where it stands. */
export const ReportItem = z.strictObject({
  kind: z.enum(['task', 'milestone']),
  id: Id,
  title: z.string(),
  workstream: z.string().nullable(),
  status: TaskStatus,
  due: PartialDateSchema.nullable(),
  baselineDue: PartialDateSchema.nullable(),
  text: z.string().nullable(),
})
export type ReportItem = z.infer<typeof ReportItem>

export const ReportFlag = z.strictObject({
  id: z.string(),
  severity: Severity,
  title: z.string(),
  subject: z.string(),
  message: z.string(),
})
export type ReportFlag = z.infer<typeof ReportFlag>

/** Why a rating is what it is, with the records it rests on, named as they were then. */
export const ReportReason = z.strictObject({
  text: z.string(),
  records: z.array(z.strictObject({ kind: z.string(), id: z.string(), title: z.string() })),
})
export type ReportReason = z.infer<typeof ReportReason>

export const ReportRag = z.strictObject({
  dimension: RagDimension,
  /** What the last issued report of this group said; null when there is none. */
  lastPeriod: Rag.nullable(),
  /** What the records say. */
  computed: Rag,
  /** What the report says: the computed rating unless overridden. */
  rag: Rag,
  reasons: z.array(ReportReason),
  /** Why the rating differs from the computed one; null when it does not. */
  overrideReason: z.string().nullable(),
})
export type ReportRag = z.infer<typeof ReportRag>

const LevelCountsSchema = z.strictObject({
  '0': z.number(),
  '1': z.number(),
  '2': z.number(),
  '3': z.number(),
  '4': z.number(),
  '5': z.number(),
})

export const LevelFiguresSchema = z.strictObject({
  measures: z.number().int(),
  answered: z.number().int(),
  unanswered: z.number().int(),
  notApplicable: z.number().int(),
  countAtLevel: LevelCountsSchema,
  percentAtLevel: LevelCountsSchema,
  percentAtLevelOfAnswered: LevelCountsSchema,
  level3AndAbove: z.strictObject({
    count: z.number().int(),
    percent: z.number().nullable(),
    percentOfAnswered: z.number().nullable(),
  }),
})

export const AmbitionLevelsSchema = LevelFiguresSchema.extend({
  id: Id,
  number: z.number().int(),
  title: z.string(),
})

export const LevelSummarySchema = z.strictObject({
  ambitions: z.array(AmbitionLevelsSchema),
  total: LevelFiguresSchema,
})

/** What a correction says of the report whose place it takes. It is part of the content, and frozen with it. */
export const ReportCorrection = z.strictObject({
  of: Id,
  number: z.number().int(),
  /** Which version of the report on its period the corrected one is; this one is the next. */
  edition: z.number().int(),
  issuedAt: z.iso.datetime(),
  /** When the figures of the corrected report were taken; the correction keeps them until they are taken anew. */
  figuresTakenAt: z.iso.datetime(),
  /** Null where a report on the same period was drafted from the records, without one being named. */
  reason: z.string().nullable(),
})
export type ReportCorrection = z.infer<typeof ReportCorrection>

/** A question that a group below put to this one, and the report it comes from. */
export const ReportEscalation = z.strictObject({
  id: Id,
  title: z.string(),
  asked: z.string().nullable(),
  from: z.strictObject({ id: Id, name: z.string() }),
  report: z.strictObject({ id: Id, number: z.number().int() }),
})
export type ReportEscalation = z.infer<typeof ReportEscalation>

/** Everything a report says: what the records gave when it was last refreshed, and what people wrote. */
export const ReportContent = z.strictObject({
  refreshedAt: z.iso.datetime(),
  asAt: IsoDateSchema,
  programme: z.strictObject({ id: Id, name: z.string(), organisation: z.string() }),
  group: z.strictObject({ id: Id, name: z.string() }),
  ratings: z.array(ReportRag),
  done: z.array(ReportItem),
  next: z.array(ReportItem),
  late: z.array(ReportItem),
  milestones: z.array(ReportItem),
  flagsRaised: z.array(ReportFlag),
  flagsCleared: z.array(ReportFlag),
  openFlags: z.strictObject({ high: z.number().int(), medium: z.number().int(), low: z.number().int() }),
  levels: LevelSummarySchema.nullable(),
  /** Late and blocked ones first. Left out of a report drafted before there were any in reports. */
  metrics: z.array(ReportMetric).optional(),
  /** Tasks that wait for a decision or for money. */
  decisionsNeeded: z.array(ReportItem),
  /** Questions put to the group from below that wait for its decision; left out where there are none. */
  escalated: z.array(ReportEscalation).optional(),
  narrative: z.record(NarrativeSection, z.string().max(8000)),
  /** Left out of a report that corrects none. */
  correction: ReportCorrection.optional(),
  /** The template of its Word document, from the issue on; left out where that is the one Workplan has. */
  wordTemplate: z.strictObject({ id: Id, sha256: z.string() }).optional(),
})
export type ReportContent = z.infer<typeof ReportContent>

export const ReportSummary = z.strictObject({
  id: Id,
  version: z.number().int(),
  number: z.number().int().nullable(),
  /** Which version of the report on its period this is: 1, and one more for each correction. */
  edition: z.number().int(),
  title: z.string(),
  group: z.strictObject({ id: Id, name: z.string() }),
  period: z.strictObject({ from: IsoDateSchema, to: IsoDateSchema }),
  status: ReportStatus,
  draftedAt: z.iso.datetime(),
  draftedBy: z.string(),
  issuedAt: z.iso.datetime().nullable(),
  issuedBy: z.string().nullable(),
  supersededBy: Id.nullable(),
})
export type ReportSummary = z.infer<typeof ReportSummary>

/** `hash` is the SHA-256 of the frozen content, in hexadecimal; null while the report is a draft. */
export const Report = ReportSummary.extend({
  content: ReportContent,
  /** When somebody else than its writer agreed to this version of the draft; an edit takes it back. */
  signedOffAt: z.iso.datetime().nullable().optional(),
  signedOffBy: z.string().nullable().optional(),
  /** With a draft that is read by somebody who may agree to it. */
  maySignOff: z.literal(true).optional(),
  hash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
  /** What must be put right before issue; empty when the report is ready. */
  checks: z.array(z.strictObject({ section: z.string(), message: z.string() })),
})
export type Report = z.infer<typeof Report>

export const ReportDraftInput = z.strictObject({ group: Id, period: ReportPeriod })
export type ReportDraftInput = z.infer<typeof ReportDraftInput>

/** Why an issued report is corrected; the reason is frozen with the correction. */
export const ReportCorrectionInput = z.strictObject({ reason: z.string().trim().min(1).max(1000) })
export type ReportCorrectionInput = z.infer<typeof ReportCorrectionInput>

/** A secretary's edit: texts, and ratings overridden with a reason. `refresh` takes the figures anew from the records. */
export const ReportEdit = z.strictObject({
  title: z.string().trim().min(1).max(200).optional(),
  narrative: z.partialRecord(NarrativeSection, z.string().max(8000)).optional(),
  overrides: z
    .array(
      z.strictObject({
        dimension: RagDimension,
        rag: Rag.nullable(),
        reason: z.string().trim().max(1000).nullable(),
      }),
    )
    .optional(),
  refresh: z.literal(true).optional(),
})
export type ReportEdit = z.infer<typeof ReportEdit>
