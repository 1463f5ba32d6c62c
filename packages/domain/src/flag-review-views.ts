import { z } from 'zod'
import { IsoDateSchema } from './vocabulary.ts'

/** How far somebody has reviewed the flags, and what has come since. */
export const FlagReview = z.strictObject({
  /** When they last marked the flags as reviewed, and the day of the programme then; null when they never did. */
  reviewed: z.strictObject({ at: z.iso.datetime(), on: IsoDateSchema }).nullable(),
  /** Ids of flags that were raised, raised again or answered since, and are not cleared; all of them before a first review. */
  news: z.array(z.string()),
  /** The last journal entry this takes in; send it to mark what was shown as reviewed. */
  seq: z.number().int(),
})
export type FlagReview = z.infer<typeof FlagReview>
