import type { MilestoneView, TaskStatus, TaskView } from '@workplan/domain'
import { matchesWords } from '../week/matches-words.ts'
import { statusWords } from '../words/words.ts'

/** What narrows the workplan, as it is named in the address. All three views show what these leave. */
export const workplanFilterKeys = ['status', 'workstream', 'owner', 'q'] as const
export type WorkplanFilters = Partial<Record<(typeof workplanFilterKeys)[number], string>>

/** Stands in the address for tasks that nobody is named for. */
export const NOBODY = 'nobody'

/** Whose a task is, in the words of the programme or its papers; null when nobody is named. */
export function ownerOf({ ownerName, task }: TaskView): string | null {
  return ownerName ?? task.ownerAsStated
}

/** True for a task that the filters leave. */
export function keepsTask(view: TaskView, { status, workstream, owner, q }: WorkplanFilters): boolean {
  return (
    (!status || view.task.status === status) &&
    (!workstream || view.task.workstream === workstream) &&
    (!owner || (ownerOf(view) ?? NOBODY) === owner) &&
    matchesWords(view, q)
  )
}

/** True for a milestone that the filters leave. No milestone has an owner, so none is left when one is asked for. */
export function keepsMilestone(
  { milestone, workstreamName }: MilestoneView,
  { status, workstream, owner, q }: WorkplanFilters,
): boolean {
  const text = `${milestone.title} ${workstreamName ?? ''}`.toLowerCase()
  return (
    (!status || milestone.status === status) &&
    (!workstream || milestone.workstream === workstream) &&
    !owner &&
    (q ?? '')
      .toLowerCase()
      .split(/\s+/)
      .every((word) => text.includes(word))
  )
}

/** The filters in words, for the bar above the table and for paper. */
export function filtersInWords(
  { status, workstream, owner, q }: WorkplanFilters,
  workstreamName: (id: string) => string,
): { key: keyof WorkplanFilters; text: string }[] {
  return [
    ...(status
      ? [{ key: 'status', text: `Status: ${statusWords[status as TaskStatus] ?? status}` } as const]
      : []),
    ...(workstream
      ? [{ key: 'workstream', text: `Workstream: ${workstreamName(workstream)}` } as const]
      : []),
    ...(owner
      ? [{ key: 'owner', text: `Owner: ${owner === NOBODY ? 'nobody is named' : owner}` } as const]
      : []),
    ...(q ? [{ key: 'q', text: `Words: ${q}` } as const] : []),
  ]
}
