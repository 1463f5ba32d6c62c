import type { GovernanceGroup } from '@workplan/domain'
import { AppError } from '../../errors.ts'
import { requireAction, type Member } from '../../members.ts'
import type { Change } from '../../store/store.ts'
import type { LoadedProgramme } from '../../store/programme.ts'
import { groupVersion, groupViewer } from '../../views/group-view.ts'

/** A group of a programme; throws `not-found`. */
export function findGroup({ state }: LoadedProgramme, id: string): GovernanceGroup {
  const group = state.records.group.find((candidate) => candidate.id === id)
  if (!group) throw new AppError('not-found', 'There is no such group in this programme.')
  return group
}

/**
 * The group that somebody is about to change, as they last saw it. Throws `not-found`, `not-allowed`, and `stale-version` with
 * the group as it is now.
 */
export function groupToChange(
  { before }: Pick<Change, 'before'>,
  member: Member,
  { id, expectedVersion }: { id: string; expectedVersion: number },
): GovernanceGroup {
  const group = findGroup(before, id)
  requireAction(member, 'groups.manage')
  if (groupVersion(before, id) !== expectedVersion)
    throw new AppError(
      'stale-version',
      'Somebody changed this group or its reporting lines since you opened it. Nothing of yours was saved: look at what is there now, then try again.',
      { current: groupViewer(before, member)(group) },
    )
  return group
}
