import type { CrosswalkLink, FrameworkLibrary, ProgrammeState, Requirement, Task } from '@workplan/domain'
import { requirementTree, type RequirementTree } from './requirement-tree.ts'

/** What stands behind each requirement of a programme, by id of the requirement. */
export interface RequirementLinks {
  /** Tasks that serve the requirement or one below it, or that a crosswalk row names together with one of these. */
  tasksOf(requirementId: string): Task[]
  /** Tasks of what the requirement stands under (its block, its ambition) that do not name the requirement itself. */
  inheritedTasksOf(requirementId: string): Task[]
  /** Scored measures: itself and those below it, or below a requirement that a crosswalk row names together with it. */
  measuresOf(requirementId: string): Requirement[]
  /** Requirements of other frameworks that a crosswalk row, or a local framework, ties to this one. */
  linkedRequirements(requirementId: string): Requirement[]
  /** Workstreams that a crosswalk row names together with the requirement or one below it. */
  workstreamsOf(requirementId: string): string[]
  /** Requirements that a task serves or that a crosswalk row names together with it. */
  requirementsOfTask(taskId: string): string[]
  /** The requirements that apply to the programme. */
  tree: RequirementTree
}

/** Work that is not done: not started, in progress, blocked, or in a state that nobody has said. */
export function isLive(task: Pick<Task, 'status'>): boolean {
  return task.status !== 'done'
}

/**
 * The links of a programme's requirements, indexed once. Only rows of this programme, or of all, count. Where a row
 * names a requirement together with one below it, it speaks of the one below.
 */
export function requirementLinks(state: ProgrammeState, library: FrameworkLibrary): RequirementLinks {
  const tree = requirementTree(state.programme, library)
  const rows = rowsOf(state, library, tree)
  const tasks = new Map(state.records.task.map((task) => [task.id, task]))
  const named = indexTasks(state.records.task, rows)
  const rowsNaming = groupBy(rows, (row) => row.requirements)

  const namedTasks = (ids: Iterable<string>) => {
    const found = new Set<string>()
    for (const id of ids) for (const task of named.get(id) ?? []) found.add(task)
    return [...tasks.values()].filter((task) => found.has(task.id))
  }
  const idsBelow = (id: string) => tree.withDescendants(id).map((requirement) => requirement.id)
  const partners = (id: string) =>
    (rowsNaming.get(id) ?? []).flatMap((row) => row.requirements.filter((other) => other !== id))

  return {
    tree,
    tasksOf: (id) => namedTasks(idsBelow(id)),
    inheritedTasksOf(id) {
      const own = new Set(namedTasks(idsBelow(id)))
      return namedTasks(tree.ancestors(id).map((above) => above.id)).filter((task) => !own.has(task))
    },
    measuresOf(id) {
      const found = new Set([id, ...partners(id)].flatMap(idsBelow))
      return tree.all.filter((entry) => entry.kind === 'measure' && entry.scored && found.has(entry.id))
    },
    linkedRequirements(id) {
      const framework = tree.get(id)?.framework
      const tied = [...rowPartners(id, rows, tree), ...counterparts(id, tree)]
      return tree.all.filter((entry) => entry.framework !== framework && tied.includes(entry.id))
    },
    workstreamsOf: (id) => [
      ...new Set(
        idsBelow(id).flatMap((below) => (rowsNaming.get(below) ?? []).flatMap((row) => row.workstreams)),
      ),
    ],
    requirementsOfTask(taskId) {
      const fromRows = rows.filter((row) => row.tasks.includes(taskId)).flatMap((row) => row.requirements)
      return [...new Set([...(tasks.get(taskId)?.serves ?? []), ...fromRows])].filter((id) => tree.get(id))
    },
  }
}

type Row = Pick<CrosswalkLink, 'requirements' | 'tasks' | 'workstreams'> & { asPrinted: string[] }

function rowsOf(state: ProgrammeState, library: FrameworkLibrary, tree: RequirementTree): Row[] {
  return library.crosswalk
    .filter((row) => row.programme === null || row.programme === state.programme.id)
    .map((row) => {
      const asPrinted = row.requirements.filter((id) => tree.get(id))
      const above = new Set(asPrinted.flatMap((id) => tree.ancestors(id).map((entry) => entry.id)))
      return {
        asPrinted,
        requirements: asPrinted.filter((id) => !above.has(id)),
        tasks: row.tasks,
        workstreams: row.workstreams,
      }
    })
}

function indexTasks(tasks: readonly Task[], rows: readonly Row[]): Map<string, Set<string>> {
  const named = new Map<string, Set<string>>()
  const add = (requirement: string, task: string) => {
    const found = named.get(requirement)
    if (found) found.add(task)
    else named.set(requirement, new Set([task]))
  }
  for (const task of tasks) for (const requirement of task.serves) add(requirement, task.id)
  for (const row of rows)
    for (const requirement of row.requirements) for (const task of row.tasks) add(requirement, task)
  return named
}

/** Everything a row prints beside the requirement, ambitions above its measures included. */
function rowPartners(id: string, rows: readonly Row[], tree: RequirementTree): string[] {
  if (!tree.get(id)) return []
  return rows.filter((row) => row.asPrinted.includes(id)).flatMap((row) => row.asPrinted)
}

function counterparts(id: string, tree: RequirementTree): string[] {
  const national = tree.get(id)?.nationalCounterpart
  const local = tree.all.filter((entry) => entry.nationalCounterpart === id).map((entry) => entry.id)
  return national ? [national, ...local] : local
}

function groupBy<Item>(items: readonly Item[], keys: (item: Item) => readonly string[]): Map<string, Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    for (const key of keys(item)) {
      const group = groups.get(key)
      if (group) group.push(item)
      else groups.set(key, [item])
    }
  }
  return groups
}
