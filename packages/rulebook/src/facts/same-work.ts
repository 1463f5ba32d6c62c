import type { Task } from '@workplan/domain'
import { plainWords } from '../lexicon/read-signals.ts'
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
  const live = tasks.filter(isLive)
  const keys = new Map(live.map((task) => [task, keysOf(task)]))
  const byKey = groupBy(live, (task) => keys.get(task) ?? [])
  const places = new Map(live.map((task, place) => [task, place]))
  const placeOf = (task: Task) => places.get(task) ?? 0
  return (task) => {
    const groups = (keys.get(task) ?? []).flatMap((key) => {
      const group = byKey.get(key) ?? []
      return group.length > 1 ? [group] : []
    })
    if (groups.length === 0) return ALONE
    const same = [...new Set(groups.flat())].filter((other) => other.id !== task.id)
    return {
      tasks: same,
      inOtherQuarters: same.filter((other) => isInOtherQuarter(task, other)),
      isFirst: same.every((other) => placeOf(other) > placeOf(task)),
    }
  }
}

const ALONE: SameWork = { tasks: [], inOtherQuarters: [], isFirst: true }

function keysOf(task: Task): string[] {
  const title = plainWords(task.title.replace(/\([^()]*\)/g, ' '))
  return task.duplicateGroup === null
    ? [`title ${title}`]
    : [`title ${title}`, `group ${task.duplicateGroup}`]
}

function isInOtherQuarter(task: Task, other: Task): boolean {
  if (task.quarter === null || other.quarter === null || task.workstream !== other.workstream) return false
  return task.quarter.label !== other.quarter.label || task.quarter.year !== other.quarter.year
}
