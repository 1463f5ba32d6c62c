import type { Audience, DutyRow } from '@workplan/domain'

/** Whose care the map is read for. */
export type Lens = 'everyone' | Exclude<Audience, 'all'>

/** One line of the duty map. */
export interface DutyLine {
  row: DutyRow
  /** 0 for a requirement of its own, 1 for a part of one, and so on. */
  depth: number
  /** True when no task, no scored measure, no statement and no coverage requirement stands behind it. */
  blank: boolean
}

/**
 * The lines of one part of the map, as read for `lens`. The rows hold what is there for these people already; here
 * those fall away that ask nothing for them. What holds for all ages asks something for adults and for children.
 */
export function dutyLines(rows: readonly DutyRow[], lens: Lens): DutyLine[] {
  const parentOf = new Map(rows.map((row) => [row.requirement.id, row.parent]))
  return rows
    .filter((row) => lens === 'everyone' || concerns(row.audience, lens))
    .map((row) => ({ row, depth: depthOf(row, parentOf), blank: isBlank(row) }))
}

function concerns(audience: readonly Audience[], lens: Exclude<Lens, 'everyone'>): boolean {
  return audience.includes(lens) || (lens !== 'workforce' && audience.includes('all'))
}

function depthOf(row: DutyRow, parentOf: ReadonlyMap<string, string | null>): number {
  let depth = 0
  let parent = row.parent
  while (parent !== null && parentOf.has(parent)) {
    depth += 1
    parent = parentOf.get(parent) ?? null
  }
  return depth
}

function isBlank({ tasks, measures, position, coverage }: DutyRow): boolean {
  return tasks.length === 0 && measures.answered === 0 && position === null && coverage.length === 0
}
