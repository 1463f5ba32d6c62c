import type { FrameworkLibrary, Programme, Requirement } from '@workplan/domain'
import { byId } from './by-id.ts'
import { groupBy } from './group-by.ts'

export type FrameworkRequirement = Requirement & { framework: string }

/** The requirements that apply to a programme, as the trees its frameworks give them. */
export interface RequirementTree {
  /** In the order of the frameworks. */
  all: readonly FrameworkRequirement[]
  get(id: string): FrameworkRequirement | undefined
  /** Its direct children, and local requirements that answer to it. */
  children(id: string): readonly FrameworkRequirement[]
  /** The requirement and everything below it; empty for an id that does not apply. */
  withDescendants(id: string): readonly FrameworkRequirement[]
  /** What it stands under, nearest first, national counterparts included; never itself. */
  ancestors(id: string): readonly FrameworkRequirement[]
}

/** Trees by the frameworks they are of; a library never changes, so that each is grown once. */
const grown = new WeakMap<FrameworkLibrary, Map<string, RequirementTree>>()

/** The trees of the frameworks that a programme lists; requirements of other frameworks do not exist for it. */
export function requirementTree(
  { frameworks }: Pick<Programme, 'frameworks'>,
  library: FrameworkLibrary,
): RequirementTree {
  const trees = grown.get(library) ?? new Map<string, RequirementTree>()
  grown.set(library, trees)
  const key = frameworks.join(' ')
  const tree = trees.get(key) ?? growTree(new Set(frameworks), library)
  trees.set(key, tree)
  return tree
}

function growTree(frameworks: ReadonlySet<string>, library: FrameworkLibrary): RequirementTree {
  const all = [...library.requirements.values()].filter(({ framework }) => frameworks.has(framework))
  const known = new Map(all.map((requirement) => [requirement.id, requirement]))
  const childrenOf = groupBy(all, parentsOf)
  const walk = (start: string, next: (requirement: FrameworkRequirement) => Iterable<string>) => {
    const found = new Map<string, FrameworkRequirement>()
    const queue = [start]
    for (const id of queue) {
      const requirement = known.get(id)
      if (!requirement || found.has(id)) continue
      found.set(id, requirement)
      queue.push(...next(requirement))
    }
    return [...found.values()]
  }
  const children = (id: string) => childrenOf.get(id) ?? []
  return {
    all,
    get: (id) => known.get(id),
    children,
    withDescendants: byId((id) =>
      walk(id, (requirement) => children(requirement.id).map((child) => child.id)),
    ),
    ancestors: byId((id) => walk(id, parentsOf).slice(1)),
  }
}

function parentsOf(requirement: Requirement): string[] {
  return [requirement.parent, requirement.nationalCounterpart].filter((id) => id !== null)
}
