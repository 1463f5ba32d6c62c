import type { GovernanceGroup, GroupChange, GroupSaved, IsoDate } from '@workplan/domain'
import type { AppContext } from '../../context.ts'
import type { Member } from '../../members.ts'
import { recordKey } from '../../store/programme.ts'
import type { ChangeRequest } from '../../store/store.ts'
import { sameJson } from '../../store/same-json.ts'
import { groupViewer } from '../../views/group-view.ts'
import { checkGroup } from './check-group.ts'
import { groupToChange } from './find-group.ts'
import { checkParents, putLines } from './reporting-lines.ts'

export interface GroupUpdate {
  id: string
  expectedVersion: number
  change: GroupChange
}

/**
 * Changes a group and to whom it reports. Reports that were issued keep the name it had. Throws `not-found`,
 * `not-allowed`, `stale-version`, `invalid-input`.
 */
export function changeGroup(
  { store }: Pick<AppContext, 'store'>,
  member: Member,
  request: ChangeRequest,
  { id, expectedVersion, change: { reason, reportsTo, ...fields } }: GroupUpdate,
): Promise<GroupSaved> {
  return store.change(
    request,
    (change) => {
      const { before } = change
      const group = groupToChange(change, member, { id, expectedVersion })
      const after = groupAfter(group, fields, before.asAt)
      checkGroup(after, group, before)
      if (!sameJson(group, after))
        change.put('group', after, {
          expectedVersion: before.versions.get(recordKey('group', id)) ?? null,
          action: 'group.updated',
          why: reason,
        })
      if (reportsTo) {
        checkParents(before.state, id, reportsTo)
        putLines(change, id, reportsTo, reason)
      }
      return after
    },
    ({ after, flags }, group) => ({ item: groupViewer(after, member)(group), flags }),
  )
}

function groupAfter(
  group: GovernanceGroup,
  fields: Omit<GroupChange, 'reason' | 'reportsTo'>,
  today: IsoDate,
): GovernanceGroup {
  const renamed = fields.name !== undefined && fields.name !== group.name
  const earlierNames = [...(group.earlierNames ?? []), { name: group.name, until: today }]
  return { ...group, ...fields, ...(renamed && { earlierNames }) }
}
