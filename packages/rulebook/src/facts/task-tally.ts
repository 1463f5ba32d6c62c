import type { Audience, Task } from '@workplan/domain'
import { changedPlaces } from '../links/changed-places.ts'
import { isLive } from '../links/requirement-links.ts'
import { unique } from '../links/unique.ts'
import type { FactContext } from './context.ts'

/** Counts over all tasks of a programme: by status, and of live ones what they lack and whom they name. */
export interface TaskTally {
  byStatus: Record<Task['status'], number>
  live: number
  ownerless: number
  dateless: number
  /** That serve no requirement. */
  unserving: number
  naming: Record<Audience, number>
}

/** Counts the tasks of a plan; after a change, only what has changed is taken out and counted again. */
export function tallyTasks(context: FactContext): TaskTally {
  return context.carry('tally', 'task', (before: Tallied | null) => tallyAfter(before, context)).tally
}

interface Tallied {
  tasks: readonly Task[]
  tally: TaskTally
}

function tallyAfter(before: Tallied | null, context: FactContext): Tallied {
  const tasks = context.state.records.task
  const changed = before && changedPlaces(before.tasks, tasks)
  if (!before || !changed) {
    const tally = nothingCounted()
    for (const task of tasks) count(task, 1, tally, context)
    return { tasks, tally }
  }
  const { byStatus, naming } = before.tally
  const tally = { ...before.tally, byStatus: { ...byStatus }, naming: { ...naming } }
  for (const place of changed) {
    count(before.tasks[place] as Task, -1, tally, context)
    count(tasks[place] as Task, 1, tally, context)
  }
  return { tasks, tally }
}

function nothingCounted(): TaskTally {
  return {
    byStatus: { 'not-started': 0, 'in-progress': 0, blocked: 0, done: 0, unknown: 0 },
    live: 0,
    ownerless: 0,
    dateless: 0,
    unserving: 0,
    naming: { adult: 0, children: 0, all: 0, workforce: 0 },
  }
}

function count(task: Task, by: 1 | -1, tally: TaskTally, context: FactContext): void {
  tally.byStatus[task.status] += by
  if (!isLive(task)) return
  tally.live += by
  if (task.owner === null && task.ownerAsStated === null) tally.ownerless += by
  if (cannotBeLate(task)) tally.dateless += by
  if (context.servedBy(task).length === 0) tally.unserving += by
  for (const people of unique(task.audience)) tally.naming[people] += by
}

function cannotBeLate(task: Task): boolean {
  return task.due === null && (task.quarter === null || task.quarter.year === null)
}
