import { createHash, randomUUID } from 'node:crypto'
import type { Member } from '../../members.ts'
import type { Rules } from '../../rules.ts'
import type { LoadedProgramme } from '../../store/programme.ts'
import { sameJson } from '../../store/same-json.ts'
import { type SharedTaskView, sharedTaskViewer } from './task-view.ts'

/** A whole workplan at one entry of the journal. A view that did not become different is the same object as before. */
export interface TaskViews {
  programme: string
  number: number
  views: readonly SharedTaskView[]
}

/** Whole workplans, the last ones kept, so that a reader can be told only what has become different. */
export interface KeptTaskViews {
  of(programme: LoadedProgramme): TaskViews
  /** What a reader names to be told only what has become different since; it holds as long as their rights stay the same. */
  placeOf(views: TaskViews, member: Member): string
  /** The workplan of that place; null when it is not kept any more, or the member had other rights then. */
  at(place: string | undefined, member: Member): TaskViews | null
}

/** Workplans that stay in memory, of all programmes together. */
const KEPT = 64

/** Keeps them for as long as the service runs. */
export function keepTaskViews(rules: Rules): KeptTaskViews {
  // Another start may be of another version, which sees tasks in another way.
  const start = randomUUID()
  const made = new WeakMap<LoadedProgramme, TaskViews>()
  const kept = new Map<string, TaskViews>()
  let number = 0

  function of(loaded: LoadedProgramme): TaskViews {
    const known = made.get(loaded)
    if (known) return known
    const programme = loaded.state.programme.id
    const last = [...kept.values()].findLast((views) => views.programme === programme)
    const before = new Map(last?.views.map((view) => [view.task.id, view]))
    const viewOf = sharedTaskViewer(loaded, rules)
    const views = loaded.state.records.task.map((task) => {
      const view = viewOf(task)
      const earlier = before.get(task.id)
      return earlier && sameJson(earlier, view) ? earlier : view
    })
    number += 1
    const whole = { programme, number, views }
    made.set(loaded, whole)
    kept.set(String(number), whole)
    const [oldest] = kept.keys()
    if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest)
    return whole
  }

  function placeOf(views: TaskViews, { memberships }: Member): string {
    const rights = createHash('sha256')
      .update(JSON.stringify([start, memberships]))
      .digest('base64url')
    return `${views.number}.${rights.slice(0, 22)}`
  }

  function at(place: string | undefined, member: Member): TaskViews | null {
    const found = kept.get(place?.split('.')[0] ?? '')
    return found?.programme === member.programme && placeOf(found, member) === place ? found : null
  }

  return { of, placeOf, at }
}
