import type { RecordRef, Task } from '@workplan/domain'
import { isLive } from '../links/requirement-links.ts'
import { covers } from './audience.ts'
import { recordRef } from './context.ts'
import type { SubjectFacts } from './declaration.ts'

/** Facts about the work behind a requirement, the same for every kind of requirement. */
export const workFacts = {
  tasks: {
    label: 'Tasks linked to it',
    type: 'number',
    unit: 'task',
    description:
      'Tasks that serve the requirement or one below it, or that a document links to it. A task that serves several is counted once.',
  },
  liveTasks: {
    label: 'Live tasks linked to it',
    type: 'number',
    unit: 'live task',
    description:
      'Linked tasks that are not done: not started, in progress, blocked, or in a state that nobody has said.',
  },
  blockedTasks: {
    label: 'Blocked tasks linked to it',
    type: 'number',
    unit: 'blocked task',
    description: 'Live tasks whose status is blocked.',
  },
  unknownTasks: {
    label: 'Linked tasks without a known status',
    type: 'number',
    unit: 'task',
    description: 'Live tasks whose status nobody has said.',
  },
  doneTasks: {
    label: 'Finished tasks linked to it',
    type: 'number',
    unit: 'task',
    description: 'Linked tasks that are done.',
  },
  liveTasksForChildren: {
    label: 'Live tasks that cover children and young people',
    type: 'number',
    unit: 'live task',
    description: 'Live tasks whose audience is children and young people, or people of all ages.',
  },
} as const satisfies SubjectFacts

/** The counts of the tasks linked to a requirement. */
export function countWork(tasks: readonly Task[]) {
  const live = tasks.filter(isLive)
  const withStatus = (status: Task['status']) => tasks.filter((task) => task.status === status).length
  return {
    tasks: tasks.length,
    liveTasks: live.length,
    blockedTasks: withStatus('blocked'),
    unknownTasks: withStatus('unknown'),
    doneTasks: withStatus('done'),
    liveTasksForChildren: live.filter((task) => covers(task.audience, ['children'])).length,
  }
}

export function taskRefs(tasks: readonly Task[]): RecordRef[] {
  return tasks.map((task) => recordRef('task', task, task.title))
}

/** The workstreams that tasks belong to. */
export function workstreamsOf(tasks: readonly Task[]): (string | null)[] {
  return tasks.map((task) => task.workstream)
}
