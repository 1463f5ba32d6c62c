import { z } from 'zod'
import { LevelFiguresSchema } from './report.ts'
import { Id, IsoDateSchema, PartialDateSchema } from './vocabulary.ts'

const count = z.number().int()

export const FlagTrendPointSchema = z.strictObject({
  from: IsoDateSchema,
  to: IsoDateSchema,
  raised: count,
  reopened: count,
  cleared: count,
  accepted: count,
  open: z.strictObject({ high: count, medium: count, low: count }),
  openAccepted: count,
})

/** The levels of one round of a self-assessment. */
export const RoundLevels = z.strictObject({
  assessment: z.strictObject({ id: Id, title: z.string() }),
  completedOn: PartialDateSchema.nullable(),
  current: z.boolean(),
  figures: LevelFiguresSchema,
})
export type RoundLevels = z.infer<typeof RoundLevels>

/** Work that is due on another day than was agreed first, or was moved on the way. */
export const Slip = z.strictObject({
  kind: z.enum(['milestone', 'task']),
  id: Id,
  title: z.string(),
  workstream: z.string().nullable(),
  baselineDue: PartialDateSchema,
  due: PartialDateSchema,
  /** From the date first agreed to the one now; negative when it is earlier. */
  days: count,
  /** How often its date was changed. */
  moves: count,
  done: z.boolean(),
})
export type Slip = z.infer<typeof Slip>

export const TrendView = z.strictObject({
  step: z.enum(['week', 'month']),
  from: IsoDateSchema,
  to: IsoDateSchema,
  /** The day on which the journal begins; nothing is known of the time before. */
  begins: IsoDateSchema,
  flags: z.array(FlagTrendPointSchema),
  /** The trend of flags in sentences, for people who do not see the picture. */
  alternative: z.string(),
  /** Oldest round first. */
  levels: z.array(RoundLevels),
  /** The furthest slipped first. */
  slips: z.array(Slip),
  /** Milestones and tasks with a date agreed first and one now: those the slips are of. */
  dated: count,
})
export type TrendView = z.infer<typeof TrendView>
