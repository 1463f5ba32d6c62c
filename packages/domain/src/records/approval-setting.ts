import { z } from 'zod'
import { recordBase } from '../vocabulary.ts'
import { Approvals } from './programme.ts'

/** What needs two people, once the programme office has changed it. A programme has one of these at most. */
export const ApprovalSetting = z.strictObject({
  ...recordBase,
  title: z.string().min(1),
  ...Approvals.shape,
})
export type ApprovalSetting = z.infer<typeof ApprovalSetting>
