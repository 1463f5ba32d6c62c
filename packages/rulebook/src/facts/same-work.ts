import type { Task } from '@workplan/domain'
import { plainWords } from '../lexicon/read-signals.ts'
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
  const places = new Map(tasks.map((task, place) => [task.id, place]))
  const placeOf = ({ id }: Task) => places.get(id) ?? 0
  const byKey = new Map<string, Task[]>()
  for (const task of tasks.filter(isLive)) {
    for (const key of keysOf(task)) {
      const found = byKey.get(key)
      if (found) found.push(task)
      else byKey.set(key, [task])
    }
  }
  return (task) => {
    if (!isLive(task)) return { tasks: [], inOtherQuarters: [], isFirst: true }
    const same = [...new Set(keysOf(task).flatMap((key) => byKey.get(key) ?? []))].filter(
      (other) => other.id !== task.id,
    )
    return {
      tasks: same,
      inOtherQuarters: same.filter((other) => isInOtherQuarter(task, other)),
      isFirst: same.every((other) => placeOf(other) > placeOf(task)),
    }
  }
}

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
