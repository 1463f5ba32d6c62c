import { daysLate, type MilestoneView, type WorkstreamApp } from '@workplan/domain'
import type { LoadedProgramme } from '../store/programme.ts'

export interface MilestoneFilter {
  /** Those of the app's workstreams, and those of the whole programme. */
  app?: WorkstreamApp | undefined
  workstream?: string | undefined
}

/** The milestones a filter leaves, in the programme's order, judged on its moment. */
export function milestoneViews(
  { state: { records }, asAt }: LoadedProgramme,
  { app, workstream }: MilestoneFilter,
): MilestoneView[] {
  const workstreams = new Map(records.workstream.map((entry) => [entry.id, entry]))
  return records.milestone
    .toSorted((a, b) => a.order - b.order)
    .map((milestone) => {
      const of = milestone.workstream === null ? undefined : workstreams.get(milestone.workstream)
      const due = milestone.status === 'done' ? null : milestone.due
      return {
        milestone,
        workstreamName: of?.name ?? null,
        app: of?.app ?? null,
        daysLate: due === null ? null : daysLate(due, asAt),
      }
    })
    .filter(
      (view) =>
        (app === undefined || view.app === null || view.app === app) &&
        (workstream === undefined || view.milestone.workstream === workstream),
    )
}
