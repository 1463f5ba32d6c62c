import type { RecordRef, Task } from '@workplan/domain'
import { isLive } from '../links/requirement-links.ts'
import { covers } from './audience.ts'
import { recordRef } from './context.ts'
import type { SubjectFacts } from './declaration.ts'

/** Every status of a task as it follows a noun: `Tasks that are blocked`. */
export const STATUS_WORDS = {
  'not-started': 'that have not started',
  'in-progress': 'in progress',
  blocked: 'that are blocked',
  done: 'that are done',
  unknown: 'whose status nobody has said',
} as const satisfies Record<Task['status'], string>

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
  tasksByStatus: {
    label: 'Linked tasks',
    type: 'table',
    of: 'number',
    keys: STATUS_WORDS,
    param: 'status',
    unit: 'task',
    description: 'Linked tasks by status; live ones are all but those that are done.',
  },
  liveTasksFor: {
    label: 'Live tasks linked to it',
    type: 'table',
    of: 'number',
    keys: {
      adult: 'that cover adults',
      children: 'that cover children and young people',
      workforce: 'that cover the workforce',
    },
    param: 'audience',
    unit: 'live task',
    description:
      'Live tasks by whom they cover; people of all ages are adults and children, and a task may cover several.',
  },
} as const satisfies SubjectFacts

const PEOPLE = [['adult'], ['children'], ['workforce']] as const

/** The counts of the tasks linked to a requirement. */
export function countWork(tasks: readonly Task[]) {
  const liveTasksFor = { adult: 0, children: 0, workforce: 0 }
  let liveTasks = 0
  for (const task of tasks) {
    if (!isLive(task)) continue
    liveTasks += 1
    for (const people of PEOPLE) if (covers(task.audience, people)) liveTasksFor[people[0]] += 1
  }
  return { tasks: tasks.length, liveTasks, tasksByStatus: countByStatus(tasks), liveTasksFor }
}

/** How many tasks stand at each status. */
export function countByStatus(tasks: readonly Task[]): Record<Task['status'], number> {
  const counts = { 'not-started': 0, 'in-progress': 0, blocked: 0, done: 0, unknown: 0 }
  for (const task of tasks) counts[task.status] += 1
  return counts
}

const refs = new WeakMap<Task, RecordRef>()

/** References to tasks. Kept for each: a programme has a thousand, and counts most of them anew after every change. */
export function taskRefs(tasks: readonly Task[]): RecordRef[] {
  return tasks.map((task) => {
    const known = refs.get(task)
    if (known) return known
    const ref = recordRef('task', task, task.title)
    refs.set(task, ref)
    return ref
  })
}

/** The workstreams that tasks belong to. */
export function workstreamsOf(tasks: readonly Task[]): (string | null)[] {
  return tasks.map((task) => task.workstream)
}
