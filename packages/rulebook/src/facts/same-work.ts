import type { Task } from '@workplan/domain'
import { plainWords } from '../lexicon/read-signals.ts'
import { remember } from '../lexicon/remember.ts'
import { isLive } from '../links/requirement-links.ts'

/** Other live tasks that say the same work as one task. */
export interface SameWork {
  tasks: Task[]
  /** Those of them that one workstream plans for another quarter: the same deliverable listed again. */
  inOtherQuarters: Task[]
  /** None of them stands before it in the plan, so that the work can be told of once. */
  isFirst: boolean
}

/** The places in the plan of the live tasks that say the same work, by what they say. */
export type WorkPlaces = Map<string, number[]>

/**
 * Groups the tasks that say the same work: those of one duplicate group, and those with the same title but for case,
 * punctuation and what stands in brackets. A task that is done is no duplicate of anything.
 */
export function workPlaces(tasks: readonly Task[]): WorkPlaces {
  const places: WorkPlaces = new Map()
  for (const [place, task] of tasks.entries()) addPlace(places, task, place)
  return places
}

/** Puts another task in the place of one. Answers the places of all that said the same work as either. */
export function replaceTask(places: WorkPlaces, place: number, before: Task, after: Task): number[] {
  const beside = keysOf(before).flatMap((key) => places.get(key) ?? [])
  for (const key of liveKeysOf(before)) {
    const left = places.get(key)?.filter((other) => other !== place) ?? []
    if (left.length === 0) places.delete(key)
    else places.set(key, left)
  }
  addPlace(places, after, place)
  return [...beside, ...keysOf(after).flatMap((key) => places.get(key) ?? [])]
}

/** The other tasks that say the same work as the task at a place. */
export function sameWorkAt(place: number, tasks: readonly Task[], places: WorkPlaces): SameWork {
  const task = tasks[place] as Task
  const groups = liveKeysOf(task).flatMap((key) => {
    const group = places.get(key) ?? []
    return group.length > 1 ? [group] : []
  })
  if (groups.length === 0) return ALONE
  const others = new Set(groups.flat())
  others.delete(place)
  const same = [...others].map((other) => tasks[other] as Task)
  return {
    tasks: same,
    inOtherQuarters: same.filter((other) => isInOtherQuarter(task, other)),
    isFirst: groups.every(([first]) => first === place),
  }
}

/** Most tasks, of which a programme has a thousand. */
const ALONE: SameWork = { tasks: [], inOtherQuarters: [], isFirst: true }

function addPlace(places: WorkPlaces, task: Task, place: number): void {
  for (const key of liveKeysOf(task)) {
    const group = places.get(key) ?? []
    const next = group.findIndex((other) => other > place)
    places.set(key, next === -1 ? [...group, place] : group.toSpliced(next, 0, place))
  }
}

const NONE: readonly string[] = []

function liveKeysOf(task: Task): readonly string[] {
  return isLive(task) ? keysOf(task) : NONE
}

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
