import type { Task, TaskChange } from '@workplan/domain'

/** The change that puts back what a change took away. A status brings its reason and percentage with it. */
export function undoChange(change: TaskChange, before: Task): TaskChange {
  const { status, statusReason, percent } = before
  const touched = Object.keys(change).filter((key) => key !== 'reason') as (keyof TaskChange & keyof Task)[]
  const back = Object.fromEntries(touched.map((field) => [field, before[field]]))
  return change.status === undefined ? back : { ...back, status, statusReason, percent }
}
