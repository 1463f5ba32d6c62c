import { z } from 'zod'
import { Id, IsoDateSchema, recordBase } from '../vocabulary.ts'

/** One thing the records say in answer to a question, as a figure or a word, and the records that say it. */
export const DraftedFigure = z.strictObject({
  label: z.string().min(1),
  value: z.union([z.string(), z.number()]),
  unit: z.enum(['pounds', 'percent', 'measures']).nullable(),
  /** True when it was computed from the records rather than read in one. */
  computed: z.boolean(),
  records: z.array(z.strictObject({ kind: z.string(), id: z.string(), title: z.string() })),
})
export type DraftedFigure = z.infer<typeof DraftedFigure>

/** What the records say in answer to one question. */
export const DraftedAnswer = z.strictObject({
  /** In sentences; empty when no record says anything. */
  text: z.string(),
  /** The options that the records fit. */
  letters: z.array(z.string()),
  figures: z.array(DraftedFigure),
  evidence: z.array(z.strictObject({ kind: z.string(), id: z.string(), title: z.string() })),
  /** What the question asks and no record says. */
  unknown: z.array(z.string()),
  /** Where an answer released before and the records differ. */
  differences: z.array(z.string()),
})
export type DraftedAnswer = z.infer<typeof DraftedAnswer>

/** One question of a return, with what the records say and what is answered. */
export const PackQuestion = z.strictObject({
  number: z.string().min(1),
  question: z.string().min(1),
  options: z.array(z.strictObject({ letter: z.string(), text: z.string() })),
  draft: DraftedAnswer,
  /** The answer to give; null until somebody has written it. */
  answer: z.strictObject({ letters: z.array(z.string()), text: z.string().min(1) }).nullable(),
})
export type PackQuestion = z.infer<typeof PackQuestion>

/** A return to a freedom of information request: drafted from the records as at a day, written, approved. */
export const FoiPack = z.strictObject({
  ...recordBase,
  title: z.string().min(1),
  /** The number under which the request is kept; null when it has none yet. */
  reference: z.string().nullable(),
  /** The set its questions come from; null for questions of its own. */
  questionSet: Id.nullable(),
  receivedOn: IsoDateSchema.nullable(),
  /** The day for which the answers hold. */
  asAt: IsoDateSchema,
  /** The last journal entry that the drafts rest on, and whether it lies before the end of that day. */
  drawnFrom: z.strictObject({ entry: z.number().int(), reachesAsAt: z.boolean() }),
  state: z.enum(['draft', 'approved', 'withdrawn']),
  questions: z.array(PackQuestion).min(1),
  approvedBy: Id.nullable(),
  approvedAt: z.iso.datetime().nullable(),
})
export type FoiPack = z.infer<typeof FoiPack>
