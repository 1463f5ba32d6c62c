import type { TaskView } from '@workplan/domain'
import { pageOf } from '../../http/lists.ts'
import type { Member } from '../../members.ts'
import type { LoadedProgramme } from '../../store/programme.ts'
import type { KeptTaskViews } from './kept-task-views.ts'
import { filterTasks, type TaskFilter } from './list-tasks.ts'
import { taskSeenBy } from './task-view.ts'

export interface TaskListQuery extends TaskFilter {
  /** The place of an earlier answer. */
  since?: string | undefined
  limit?: number | undefined
  cursor?: string | undefined
}

/** One page of tasks. With `since` it holds only those that have become different since that place. */
export interface TaskList {
  items: TaskView[]
  next: string | null
  place: string
  since: string | null
}

/**
 * The tasks that a filter leaves. To a reader who names a place, only those that differ from what was there are sent, if the
 * same tasks were there in the same order; else the whole list.
 */
export function readTasks(
  kept: KeptTaskViews,
  programme: LoadedProgramme,
  member: Member,
  query: TaskListQuery,
): TaskList {
  const whole = kept.of(programme)
  const place = kept.placeOf(whole, member)
  const now = filterTasks(whole.views, query)
  const seen = kept.at(query.since, member)
  const before = seen && filterTasks(seen.views, query)
  const same = before?.length === now.length && now.every(({ task }, at) => task.id === before[at]?.task.id)
  const { items, next } = pageOf(same ? now.filter((view, at) => view !== before[at]) : now, query)
  return {
    items: items.map((view) => taskSeenBy(member, view)),
    next,
    place,
    since: same ? (query.since ?? null) : null,
  }
}
