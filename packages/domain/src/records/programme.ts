import { z } from 'zod'
import { Id, IsoDateSchema, Source } from '../vocabulary.ts'

/** One ICB's work; the unit of isolation. A pinned programme is judged on `pinnedTo`, a live one on today's date. */
export const Programme = z.strictObject({
  id: Id,
  name: z.string().min(1),
  shortName: z.string().min(1),
  organisation: z.string().min(1),
  description: z.string().min(1),
  /** The date the example's documents speak of; null for a live programme. */
  pinnedTo: IsoDateSchema.nullable(),
  pinnedBecause: z.string().nullable(),
  /** Frameworks this programme answers to, by id. */
  frameworks: z.array(Id),
  source: Source,
})
export type Programme = z.infer<typeof Programme>
