import type { Task } from '@workplan/domain'
import { plainWords } from '../lexicon/read-signals.ts'
import { remember } from '../lexicon/remember.ts'
import { groupBy } from '../links/group-by.ts'
import { isLive } from '../links/requirement-links.ts'

/** Other live tasks that say the same work as one task. */
export interface SameWork {
  tasks: Task[]
  /** Those of them that one workstream plans for another quarter: the same deliverable listed again. */
  inOtherQuarters: Task[]
  /** None of them stands before it in the plan, so that the work can be told of once. */
  isFirst: boolean
}

/**
 * Finds the tasks that say the same work: those of one duplicate group, and those with the same title but for case,
 * punctuation and what stands in brackets. A task that is done is no duplicate of anything.
 */
export function sameWorkOf(tasks: readonly Task[]): (task: Task) => SameWork {
  const byKey = groupBy(tasks.filter(isLive), keysOf)
  return (task) => {
    if (!isLive(task)) return ALONE
    const keys = keysOf(task)
    const [title = ''] = keys
    if (keys.length === 1 && byKey.get(title)?.length === 1) return ALONE
    const groups = keys.flatMap((key) => {
      const group = byKey.get(key) ?? []
      return group.length > 1 ? [group] : []
    })
    if (groups.length === 0) return ALONE
    const same = [...new Set(groups.flat())].filter((other) => other.id !== task.id)
    return {
      tasks: same,
      inOtherQuarters: same.filter((other) => isInOtherQuarter(task, other)),
      isFirst: groups.every(([first]) => first === task),
    }
  }
}

/** Most tasks, of which a programme has a thousand. */
export const ALONE: SameWork = { tasks: [], inOtherQuarters: [], isFirst: true }

const known = new WeakMap<Task, readonly string[]>()

/** Kept for each task: after a change, most are the same objects as before. */
function keysOf(task: Task): readonly string[] {
  const keys = known.get(task)
  if (keys) return keys
  const { title, duplicateGroup } = task
  const made = duplicateGroup === null ? [titleKey(title)] : [titleKey(title), `group ${duplicateGroup}`]
  known.set(task, made)
  return made
}

const titleKey = remember((title) => `title ${plainWords(title.replace(/\([^()]*\)/g, ' '))}`)

function isInOtherQuarter(task: Task, other: Task): boolean {
  if (task.quarter === null || other.quarter === null || task.workstream !== other.workstream) return false
  return task.quarter.label !== other.quarter.label || task.quarter.year !== other.quarter.year
}
