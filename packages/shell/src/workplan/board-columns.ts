import type { TaskStatus, TaskView } from '@workplan/domain'
import { lastDayOf } from '@workplan/domain'
import { compareDays, compareTitles } from '../words/in-order.ts'
import { taskStatuses } from '../words/task-statuses.ts'

/** The tasks of one status. */
export interface BoardColumn {
  status: TaskStatus
  views: TaskView[]
}

/** A column for each status, in the order of work; in each what is due first stands first, and what has no date last. */
export function boardColumns(rows: readonly TaskView[]): BoardColumn[] {
  const ordered = rows.toSorted(
    (a, b) => compareDays(dueDay(a), dueDay(b)) || compareTitles(a.task.title, b.task.title),
  )
  return taskStatuses.map((status) => ({
    status,
    views: ordered.filter(({ task }) => task.status === status),
  }))
}

/** Later than any date where there is none. */
function dueDay({ task }: TaskView): string {
  return task.due === null ? '9999' : lastDayOf(task.due)
}
