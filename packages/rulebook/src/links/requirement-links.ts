import type { FrameworkLibrary, ProgrammeState, Task } from '@workplan/domain'
import { changedPlaces } from './changed-places.ts'
import { type LinkIndex, linkIndex } from './link-index.ts'

/** What stands behind each requirement of a programme, by id of the requirement. */
export interface RequirementLinks extends Omit<LinkIndex, 'placeOf' | 'placesOf' | 'inheritedPlacesOf'> {
  /**
   * Tasks that serve the requirement or one below it, or that a crosswalk row names together with one of these. A duty
   * that heads others, such as the legal duty, has the tasks of those that carry it out.
   */
  tasksOf(requirementId: string): readonly Task[]
  /** Tasks of what the requirement stands under (its block, its ambition) that do not name the requirement itself. */
  inheritedTasksOf(requirementId: string): readonly Task[]
  /** The task of an id. */
  task(id: string): Task | undefined
}

/** Work that is not done: not started, in progress, blocked, or in a state that nobody has said. */
export function isLive(task: Pick<Task, 'status'>): boolean {
  return task.status !== 'done'
}

/** The links of a programme's requirements, indexed once. */
export function requirementLinks(state: ProgrammeState, library: FrameworkLibrary): RequirementLinks {
  return linksAfter(null, state, library).links
}

/** Links with what they were made of, from which those of the next state are made. */
export interface KnownLinks {
  links: RequirementLinks
  tasks: readonly Task[]
  index: LinkIndex
  /** The lists of tasks that were asked for, by requirement. */
  lists: Record<'named' | 'inherited', Map<string, readonly Task[]>>
}

/**
 * As requirementLinks, made from those of an earlier state that differs in its tasks at most. A list of tasks in which
 * nothing has changed is the same list as before.
 */
export function linksAfter(
  before: KnownLinks | null,
  state: ProgrammeState,
  library: FrameworkLibrary,
): KnownLinks {
  const tasks = state.records.task
  const earlier = before && serveTheSame(before.tasks, tasks) ? before : null
  const index = earlier?.index ?? linkIndex(state, library)
  const lists: KnownLinks['lists'] = { named: new Map(), inherited: new Map() }

  const listOf = (which: keyof typeof lists, placesOf: (id: string) => readonly number[]) => {
    const kept = earlier?.lists[which]
    return (id: string): readonly Task[] => {
      const known = lists[which].get(id)
      if (known) return known
      const list = tasksAt(placesOf(id), tasks, kept?.get(id))
      lists[which].set(id, list)
      return list
    }
  }
  const { placeOf, placesOf, inheritedPlacesOf, ...others } = index
  const links = {
    ...others,
    tasksOf: listOf('named', placesOf),
    inheritedTasksOf: listOf('inherited', inheritedPlacesOf),
    task: (id: string) => tasks[placeOf(id) ?? -1],
  }
  return { links, tasks, index, lists }
}

/** The tasks at some places: the list before when it holds just these. */
function tasksAt(
  places: readonly number[],
  tasks: readonly Task[],
  before: readonly Task[] | undefined,
): readonly Task[] {
  if (before && places.every((place, index) => tasks[place] === before[index])) return before
  return places.map((place) => tasks[place] as Task)
}

/** Whether two lists have the same tasks in the same places, each serving the same, whatever else they say. */
function serveTheSame(before: readonly Task[], after: readonly Task[]): boolean {
  return changedPlaces(before, after)?.every((place) => sameServes(before[place], after[place])) ?? false
}

function sameServes(one: Task | undefined, other: Task | undefined): boolean {
  const [serves = [], now = []] = [one?.serves, other?.serves]
  return serves.length === now.length && serves.every((id, index) => id === now[index])
}
