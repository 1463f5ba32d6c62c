import { firstDayOf, type Meeting, type MeetingSaved, type NewMeeting } from '@workplan/domain'
import type { AppContext } from '../../context.ts'
import { AppError } from '../../errors.ts'
import { idOfNew } from '../../id-of-new.ts'
import { requireAction, type Member } from '../../members.ts'
import type { ChangeRequest } from '../../store/store.ts'
import { agendaAfter } from './agenda-after.ts'
import { checkMeeting } from './check-meeting.ts'
import { meetingViewer } from './meeting-view.ts'

/** Adds a meeting of a group: planned, or held where its day has passed. Throws `not-allowed`, `invalid-input`. */
export function createMeeting(
  { store, rules }: Pick<AppContext, 'store' | 'rules'>,
  member: Member,
  request: ChangeRequest,
  { agenda, ...input }: NewMeeting,
): Promise<MeetingSaved> {
  return store.change(
    request,
    async (change) => {
      const { before } = change
      requireAction(member, 'meeting.manage', { group: input.group })
      refuseUnknownGroup(before.state.records.group, input.group)
      const meeting: Meeting = {
        id: idOfNew(before.state.programme.id, 'meeting', input.title),
        source: { document: 'Workplan', section: 'Added by hand' },
        ...input,
        state: firstDayOf(input.date) < before.asAt ? 'held' : 'planned',
        agenda: await agendaAfter(change, rules, [], agenda),
      }
      checkMeeting(meeting, before)
      change.put('meeting', meeting, { expectedVersion: null, action: 'meeting.created', why: null })
      return meeting
    },
    ({ after, flags }, meeting) => ({ item: meetingViewer(after, member)(meeting), flags }),
  )
}

function refuseUnknownGroup(groups: readonly { id: string; state: string }[], id: string): void {
  const group = groups.find((candidate) => candidate.id === id)
  if (group && group.state !== 'retired') return
  const message = group ? 'This group has ended' : `There is no group ${id} in this programme`
  throw new AppError('invalid-input', 'There can be no meeting of this group.', {
    errors: [{ path: 'group', message }],
  })
}
