import { z } from 'zod'
import { IsoDateSchema } from './vocabulary.ts'

/**
 * The moment a view is asked for: a day, of which all counts (in England), or an instant with its offset from UTC. It is
 * the time of the journal, also in a programme that is judged on a day of its own.
 */
export const AsAt = z.union([IsoDateSchema, z.iso.datetime({ offset: true })])
export type AsAt = z.infer<typeof AsAt>

/** What an answer about the past rests on. */
export const KnownAsAt = z.strictObject({
  /** As it was asked for. */
  asAt: AsAt,
  /** The last journal entry that is in it, and when that was written. */
  entry: z.number().int(),
  at: z.iso.datetime(),
  /** The day for which lateness and silence are counted. */
  day: IsoDateSchema,
  /** The day for which the flags were judged: earlier than `day` when nobody judged that day and the rules are others now. */
  judgedOn: IsoDateSchema,
})
export type KnownAsAt = z.infer<typeof KnownAsAt>
