import { z } from 'zod'
import { Milestone } from './records/workplan.ts'
import { WorkstreamApp } from './vocabulary.ts'

/** A milestone as a list shows it. */
export const MilestoneView = z.strictObject({
  milestone: Milestone,
  workstreamName: z.string().nullable(),
  /** The app of its workstream; null where it belongs to the whole programme, which every app shows. */
  app: WorkstreamApp.nullable(),
  /** Days past the due date on the programme's moment; 0 when not late, null when there is no date or it is done. */
  daysLate: z.number().int().nullable(),
})
export type MilestoneView = z.infer<typeof MilestoneView>
