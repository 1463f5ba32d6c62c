import type { GovernanceGroup, GroupView } from '@workplan/domain'
import { may, type Member } from '../members.ts'
import { type LoadedProgramme, recordKey } from '../store/programme.ts'
import { actorName } from './journal-in-words.ts'

/** Groups as this member sees them, with whom they report to. */
export function groupViewer(
  programme: LoadedProgramme,
  member: Member,
): (group: GovernanceGroup) => GroupView {
  const { group: groups, 'reporting-line': lines } = programme.state.records
  const nameOf = new Map(groups.map(({ id, name }) => [id, name]))
  const groupNamed = (id: string) => ({ id, name: nameOf.get(id) ?? id })
  return ({
    id,
    name,
    kind,
    state,
    chair,
    chairAsStated,
    endsOn,
    reports,
    earlierNames = [],
    successor,
  }) => ({
    id,
    version: groupVersion(programme, id),
    name,
    kind,
    state,
    reportsTo: lines
      .filter((line) => line.from === id)
      .map((line) => ({ ...groupNamed(line.to), state: line.state })),
    chair: chair === null ? null : { id: chair, name: actorName(chair, programme.people) ?? chair },
    chairAsStated,
    endsOn,
    reports,
    earlierNames,
    successor: successor ? groupNamed(successor) : null,
    mayDraft: may(member, 'report.draft', { group: id }),
  })
}

/** The version of a group and of its reporting lines together, which none of them can change without raising it. */
export function groupVersion({ state, versions }: LoadedProgramme, id: string): number {
  const lines = state.records['reporting-line'].filter(({ from }) => from === id)
  const keys = [recordKey('group', id), ...lines.map((line) => recordKey('reporting-line', line.id))]
  return keys.reduce((sum, key) => sum + (versions.get(key) ?? 0), 0)
}
