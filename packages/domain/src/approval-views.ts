import { z } from 'zod'
import { Approvals } from './records/programme.ts'
import { IsoDateSchema, Severity } from './vocabulary.ts'

/** What needs two people; `version` is 0 until it is changed for the first time. */
export const ApprovalsView = Approvals.extend({ version: z.number().int() })
export type ApprovalsView = z.infer<typeof ApprovalsView>

/** An acceptance that somebody asked for, and that nobody has decided about. */
export const AskedAcceptance = z.strictObject({
  flag: z.strictObject({ id: z.string(), title: z.string(), subject: z.string(), severity: Severity }),
  until: IsoDateSchema,
  rationale: z.string(),
  /** The name of who asked, and whether that is the reader, who then may not approve it. */
  by: z.string(),
  mine: z.boolean(),
  askedOn: IsoDateSchema,
})
export type AskedAcceptance = z.infer<typeof AskedAcceptance>
