import type { GovernanceGroup, GroupSaved, NewGroup } from '@workplan/domain'
import type { AppContext } from '../../context.ts'
import { idOfNew } from '../../id-of-new.ts'
import { requireAction, type Member } from '../../members.ts'
import type { ChangeRequest } from '../../store/store.ts'
import { groupViewer } from '../../views/group-view.ts'
import { checkGroup } from './check-group.ts'
import { checkParents, putLines } from './reporting-lines.ts'

/** Adds a group with its reporting lines. Throws `not-allowed`, `invalid-input`. */
export function createGroup(
  { store }: Pick<AppContext, 'store'>,
  member: Member,
  request: ChangeRequest,
  { reason, reportsTo, ...input }: NewGroup,
): Promise<GroupSaved> {
  return store.change(
    request,
    (change) => {
      const { before } = change
      requireAction(member, 'groups.manage')
      const group: GovernanceGroup = {
        id: idOfNew(before.state.programme.id, 'group', input.name),
        source: { document: 'Workplan', section: 'Added by hand' },
        ...input,
        chairAsStated: null,
        lastReportOn: null,
        memberCount: null,
      }
      checkGroup(group, null, before)
      checkParents(before.state, null, reportsTo)
      change.put('group', group, { expectedVersion: null, action: 'group.created', why: reason })
      putLines(change, group.id, reportsTo, reason)
      return group
    },
    ({ after, flags }, group) => ({ item: groupViewer(after, member)(group), flags }),
  )
}
