import type { RecordRef, Task } from '@workplan/domain'
import { changedPlaces } from '../links/changed-places.ts'
import { isLive } from '../links/requirement-links.ts'
import type { FactContext } from './context.ts'
import { taskRefs } from './work-counts.ts'

/** The live tasks of a plan, as far as what stands around them counts and lists them. */
export interface LiveTasks {
  /** In the order of the plan. */
  refs: readonly RecordRef[]
  byWorkstream: ReadonlyMap<Task['workstream'], readonly RecordRef[]>
}

/**
 * The live tasks of a plan. The same object as at the last look as long as the same tasks are live, have the same titles and
 * workstreams and serve the same, whatever else has changed in them.
 */
export function liveTasks(context: FactContext): LiveTasks {
  return context.carry('live', 'task', (before: KnownLive | null) => liveAfter(before, context)).live
}

interface KnownLive {
  tasks: readonly Task[]
  live: LiveTasks
}

function liveAfter(before: KnownLive | null, { state }: FactContext): KnownLive {
  const tasks = state.records.task
  const changed = before && changedPlaces(before.tasks, tasks)
  const same = changed?.every((place) => listedAlike(before?.tasks[place] as Task, tasks[place] as Task))
  return { tasks, live: before && same ? before.live : listLive(tasks.filter(isLive)) }
}

function listedAlike(one: Task, other: Task): boolean {
  return (
    isLive(one) === isLive(other) &&
    one.title === other.title &&
    one.workstream === other.workstream &&
    one.serves.length === other.serves.length &&
    one.serves.every((id, place) => id === other.serves[place])
  )
}

function listLive(live: readonly Task[]): LiveTasks {
  const byWorkstream = new Map(
    [...Map.groupBy(live, ({ workstream }) => workstream)].map(([id, tasks]) => [id, taskRefs(tasks)]),
  )
  return { refs: taskRefs(live), byWorkstream }
}
