import { z } from 'zod'
import { MILESTONE_AGES } from '../milestone-ages.ts'
import { Id, PartialDateSchema, recordBase } from '../vocabulary.ts'

const Name = z.string().trim().min(1).max(300)

/** What a person may set on a pathway. A team or provider that is not known is null. */
export const PathwayFields = z.strictObject({
  title: Name,
  /** The condition or service area that it is for. */
  condition: Name.nullable(),
  sendingTeam: Name.nullable(),
  sendingProvider: Id.nullable(),
  receivingTeam: Name.nullable(),
  receivingProvider: Id.nullable(),
  state: z.enum(['not-known', 'planned', 'in-use', 'withdrawn']),
})

/** The way on which young people with one condition or service move from children's to adult services. */
export const TransitionPathway = z.strictObject({ ...recordBase, ...PathwayFields.shape })
export type TransitionPathway = z.infer<typeof TransitionPathway>

/** `not-agreed`: somebody said that it is not. `not-known`: nobody has said either way. */
export const Agreement = z.enum(['agreed', 'not-agreed', 'not-known'])
export type Agreement = z.infer<typeof Agreement>

/** What a person may set on a hand-over. */
export const HandOverFields = z.strictObject({
  pathway: Id,
  age: z.literal(MILESTONE_AGES),
  /** What is handed over. */
  title: Name,
  /** Who hands over, and to whom; null when it is not known. */
  from: Name.nullable(),
  to: Name.nullable(),
  agreed: Agreement,
  agreedOn: PartialDateSchema.nullable(),
  /** The task that brings it about. */
  task: Id.nullable(),
  state: z.enum(['current', 'withdrawn']),
})

/** One thing that is handed over on a pathway at one age. */
export const HandOver = z.strictObject({ ...recordBase, ...HandOverFields.shape })
export type HandOver = z.infer<typeof HandOver>
