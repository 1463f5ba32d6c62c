import type { CrosswalkLink, FrameworkLibrary, ProgrammeState, Requirement, Task } from '@workplan/domain'
import { byId } from './by-id.ts'
import { groupBy } from './group-by.ts'
import { headedDuties } from './headed-duties.ts'
import { requirementTree, type RequirementTree } from './requirement-tree.ts'
import { unique } from './unique.ts'

/**
 * The links of a programme's requirements, with the places of tasks in the workplan instead of the tasks. It rests on which
 * tasks there are and what they serve, on nothing else that they say.
 */
export interface LinkIndex {
  /** The place of a task in the workplan. */
  placeOf(task: string): number | undefined
  /** Of the tasks that stand behind a requirement: their places, each once, in the order of the workplan. */
  placesOf(requirementId: string): readonly number[]
  /** Of the tasks of what the requirement stands under that do not name the requirement itself. */
  inheritedPlacesOf(requirementId: string): readonly number[]
  /** Scored measures: itself and those below it, or below a requirement that a crosswalk row names together with it. */
  measuresOf(requirementId: string): readonly Requirement[]
  /** Requirements of other frameworks that a crosswalk row, or a local framework, ties to this one. */
  linkedRequirements(requirementId: string): readonly Requirement[]
  /**
   * Workstreams that a crosswalk row names together with the requirement or one below it, also by naming a part of the
   * programme's strategy that the workstream carries.
   */
  workstreamsOf(requirementId: string): readonly string[]
  /** Requirements that a task serves or that a crosswalk row names together with it. Rests on no other task. */
  requirementsOfTask(task: Pick<Task, 'id' | 'serves'>): readonly string[]
  /** The requirements that apply to the programme. */
  tree: RequirementTree
}

/**
 * Only rows of this programme, or of all, count. Where a row names a requirement together with one below it, it speaks of
 * the one below.
 */
export function linkIndex(state: ProgrammeState, library: FrameworkLibrary): LinkIndex {
  const tree = requirementTree(state.programme, library)
  const rows = rowsOf(state, library, tree)
  const tasks = state.records.task
  const places = new Map(tasks.map((task, place) => [task.id, place]))
  const serving = groupBy(tasks.keys(), (place) => tasks[place]?.serves ?? [])
  const rowsNaming = groupBy(rows, (row) => row.requirements)
  const rowsPrinting = groupBy(rows, (row) => row.asPrinted)
  const rowsOfTask = groupBy(rows, (row) => row.tasks)
  const answering = groupBy(tree.all, (entry) =>
    entry.nationalCounterpart ? [entry.nationalCounterpart] : [],
  )

  const placesNamedWith = (ids: readonly string[]): number[] => {
    const found: number[] = []
    for (const id of ids) {
      for (const place of serving.get(id) ?? []) found.push(place)
      for (const row of rowsNaming.get(id) ?? [])
        for (const task of row.tasks) if (places.has(task)) found.push(places.get(task) ?? 0)
    }
    const inOrder = new Int32Array(found).toSorted()
    const named: number[] = []
    for (const place of inOrder) if (place !== named.at(-1)) named.push(place)
    return named
  }
  const idsBelow = (id: string) => tree.withDescendants(id).map((requirement) => requirement.id)
  const placesOf = byId((id) => {
    const requirement = tree.get(id)
    const headed = requirement ? headedDuties(requirement, tree.all) : []
    return placesNamedWith([...idsBelow(id), ...headed.flatMap((duty) => idsBelow(duty.id))])
  })

  return {
    tree,
    placeOf: (task) => places.get(task),
    placesOf,
    inheritedPlacesOf: byId((id) => {
      const own = new Set(placesOf(id))
      return placesNamedWith(tree.ancestors(id).map((above) => above.id)).filter((place) => !own.has(place))
    }),
    measuresOf: byId((id) => {
      const partners = (rowsNaming.get(id) ?? []).flatMap((row) => row.requirements)
      const found = new Set([id, ...partners].flatMap(idsBelow))
      return tree.all.filter((entry) => entry.kind === 'measure' && entry.scored && found.has(entry.id))
    }),
    linkedRequirements: byId((id) => {
      const requirement = tree.get(id)
      if (!requirement) return []
      const counterpart = requirement.nationalCounterpart
      const tied = new Set([
        ...(rowsPrinting.get(id) ?? []).flatMap((row) => row.asPrinted),
        ...(answering.get(id) ?? []).map((entry) => entry.id),
        ...(counterpart === null ? [] : [counterpart]),
      ])
      if (tied.size === 0) return []
      return tree.all.filter((entry) => entry.framework !== requirement.framework && tied.has(entry.id))
    }),
    workstreamsOf: byId((id) => [
      ...new Set(
        idsBelow(id).flatMap((below) => (rowsNaming.get(below) ?? []).flatMap((row) => row.workstreams)),
      ),
    ]),
    requirementsOfTask: ({ id, serves }) => {
      const named = rowsOfTask.get(id)?.flatMap((row) => row.requirements)
      return unique(named ? [...serves, ...named] : serves).filter((requirement) => tree.get(requirement))
    },
  }
}

/** A crosswalk row reduced to the requirements that apply; `asPrinted` keeps those above the ones it speaks of. */
type Row = Pick<CrosswalkLink, 'requirements' | 'tasks' | 'workstreams'> & { asPrinted: string[] }

function rowsOf(state: ProgrammeState, library: FrameworkLibrary, tree: RequirementTree): Row[] {
  const carriedBy = new Map(state.records['strategy-item'].map(({ id, workstream }) => [id, workstream]))
  return library.crosswalk
    .filter((row) => row.programme === null || row.programme === state.programme.id)
    .map((row) => {
      const asPrinted = row.requirements.filter((id) => tree.get(id))
      const above = new Set(asPrinted.flatMap((id) => tree.ancestors(id).map((entry) => entry.id)))
      const { tasks } = row
      const workstreams = [...row.workstreams, ...row.records.flatMap((id) => carriedBy.get(id) ?? [])]
      return { asPrinted, requirements: asPrinted.filter((id) => !above.has(id)), tasks, workstreams }
    })
}
