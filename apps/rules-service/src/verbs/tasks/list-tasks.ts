import type { TaskStatus, WorkstreamApp } from '@workplan/domain'
import type { SharedTaskView } from './task-view.ts'

export interface TaskFilter {
  app?: WorkstreamApp | undefined
  workstream?: string | undefined
  status?: TaskStatus | undefined
  /** Words that must all occur in the task or the numbers of what it serves. */
  q?: string | undefined
}

/** The tasks a filter leaves, in the order of the workplan. */
export function filterTasks(views: readonly SharedTaskView[], filter: TaskFilter): SharedTaskView[] {
  const words = (filter.q ?? '').toLowerCase().split(/\s+/).filter(Boolean)
  return views.filter(
    (view) =>
      (filter.app === undefined || view.apps.includes(filter.app)) &&
      (filter.workstream === undefined || view.task.workstream === filter.workstream) &&
      (filter.status === undefined || view.task.status === filter.status) &&
      words.every((word) => textOf(view).includes(word)),
  )
}

function textOf({ task, workstreamName, ownerName, serves }: SharedTaskView): string {
  const served = serves.flatMap(({ number, title }) => [number, title])
  return [task.id, task.title, task.progress, task.nextStep, workstreamName, ownerName, ...served]
    .filter((part) => part !== null)
    .join('\n')
    .toLowerCase()
}
