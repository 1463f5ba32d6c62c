import { z } from 'zod'
import { Id, IsoDateSchema, Source } from '../vocabulary.ts'

/** What needs two people here: one who asks or writes, and another who approves. */
export const Approvals = z.strictObject({
  /** That a gap is accepted for a while: somebody asks, and an SRO who is somebody else approves. */
  acceptance: z.boolean(),
  /** That a report is issued: its chair or an SRO signs off what the secretary then issues. */
  reports: z.boolean(),
})
export type Approvals = z.infer<typeof Approvals>

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
  /** Left out where one person is enough for everything. */
  approvals: Approvals.optional(),
  source: Source,
})
export type Programme = z.infer<typeof Programme>
