import type { FrameworkRequirement } from '../links/requirement-tree.ts'
import type { FactContext } from './context.ts'
import type { PlainFact } from './declaration.ts'

/** How far linking has got for one kind of requirement: where nothing is linked, a single one without work says little. */
export const linkedOfKindFact = {
  label: 'Requirements of its kind with a task linked',
  type: 'number',
  unit: 'requirement',
  description:
    'Requirements of the same kind and framework that any task is linked to; 0 says that nobody has linked work to this kind yet.',
} as const satisfies PlainFact

/** For a requirement, how many of its kind and framework are in use, itself included; each kind is counted once. */
export function linkedOfKind(
  context: FactContext,
  isLinked: (requirement: FrameworkRequirement) => boolean = ({ id }) => context.links.tasksOf(id).length > 0,
): (requirement: FrameworkRequirement) => number {
  const counts = new Map<string, number>()
  return ({ kind, framework }) => {
    const key = `${framework} ${kind}`
    const known = counts.get(key)
    if (known !== undefined) return known
    const count = context.requirements.all.filter(
      (entry) => entry.kind === kind && entry.framework === framework && isLinked(entry),
    ).length
    counts.set(key, count)
    return count
  }
}
