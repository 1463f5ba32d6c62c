import type { MeetingChange, MeetingSaved } from '@workplan/domain'
import type { AppContext } from '../../context.ts'
import { requireAction, type Member } from '../../members.ts'
import type { ChangeRequest } from '../../store/store.ts'
import { agendaAfter } from './agenda-after.ts'
import { checkMeeting } from './check-meeting.ts'
import { findMeeting } from './find-meeting.ts'
import { meetingViewer } from './meeting-view.ts'

export interface MeetingUpdate {
  id: string
  expectedVersion: number
  change: MeetingChange
}

/** Changes a meeting: its day, its state, its agenda with the minutes. Throws `not-found`, `not-allowed`, `stale-version`, `invalid-input`. */
export function changeMeeting(
  { store, rules }: Pick<AppContext, 'store' | 'rules'>,
  member: Member,
  request: ChangeRequest,
  { id, expectedVersion, change: { agenda, ...fields } }: MeetingUpdate,
): Promise<MeetingSaved> {
  return store.change(
    request,
    async (change) => {
      const { before } = change
      const meeting = findMeeting(before, id)
      requireAction(member, 'meeting.manage', meeting.group === null ? {} : { group: meeting.group })
      await change.requireVersion('meeting', id, expectedVersion, () => meeting)
      const after = {
        ...meeting,
        ...fields,
        ...(agenda && { agenda: await agendaAfter(change, rules, meeting.agenda, agenda) }),
      }
      checkMeeting(after, before)
      change.put('meeting', after, { expectedVersion, action: 'meeting.updated', why: null })
      return after
    },
    ({ after, flags }, meeting) => ({ item: meetingViewer(after, member)(meeting), flags }),
  )
}
