import type { GroupView } from '@workplan/domain'

/** A group with those that report to it, or did, or may. */
export interface GroupNode {
  group: GroupView
  /** State of the line to the group above; null at the top. */
  line: string | null
  below: GroupNode[]
}

/**
 * Groups as a tree of reporting lines. A group with several lines stands under each of the groups it names; one
 * whose lines lead nowhere stands at the top. A circle of lines is cut where it would repeat itself.
 */
export function groupTree(groups: readonly GroupView[]): GroupNode[] {
  const ids = new Set(groups.map((group) => group.id))
  const linesUp = (group: GroupView) => group.reportsTo.filter((line) => ids.has(line.id))
  const below = (parent: string, above: readonly string[]): GroupNode[] =>
    groups.flatMap((group) => {
      const line = linesUp(group).find((candidate) => candidate.id === parent)
      if (!line || above.includes(group.id)) return []
      return [{ group, line: line.state, below: below(group.id, [...above, group.id]) }]
    })
  const tops = groups.filter((group) => linesUp(group).length === 0)
  const tree: GroupNode[] = []
  const placed = new Set<string>()
  for (const group of [...tops, ...groups]) {
    if (placed.has(group.id)) continue
    const node = { group, line: null, below: below(group.id, [group.id]) }
    for (const id of idsIn(node)) placed.add(id)
    tree.push(node)
  }
  return tree
}

function idsIn(node: GroupNode): string[] {
  return [node.group.id, ...node.below.flatMap(idsIn)]
}
