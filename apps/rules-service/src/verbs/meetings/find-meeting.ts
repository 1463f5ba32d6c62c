import type { Action, Meeting } from '@workplan/domain'
import { AppError } from '../../errors.ts'
import { may, requireAction, type Member } from '../../members.ts'
import type { LoadedProgramme } from '../../store/programme.ts'

const MANAGE: Action = 'meeting.manage'

/** A meeting of a programme; throws `not-found`. */
export function findMeeting({ state }: LoadedProgramme, id: string): Meeting {
  const meeting = state.records.meeting.find((candidate) => candidate.id === id)
  if (!meeting) throw new AppError('not-found', 'There is no such meeting in this programme.')
  return meeting
}

/** True when the member keeps the papers of meetings of this group; a meeting of no group is kept by the programme office. */
export function mayManage(member: Member, group: string | null): boolean {
  return may(member, MANAGE, group === null ? {} : { group })
}

/** A meeting that something is recorded in. Throws `not-found`, `not-allowed`, and `conflict` for one that was called off. */
export function meetingToRecord(programme: LoadedProgramme, member: Member, id: string): Meeting {
  const meeting = findMeeting(programme, id)
  requireAction(member, MANAGE, meeting.group === null ? {} : { group: meeting.group })
  if (meeting.state === 'cancelled')
    throw new AppError('conflict', 'This meeting was called off, so nothing was decided in it.')
  return meeting
}

/** Throws `invalid-input` when the meeting has no such item on its agenda. */
export function checkItem({ agenda }: Meeting, item: string | null): void {
  if (item === null || agenda.some(({ id }) => id === item)) return
  throw new AppError('invalid-input', 'The meeting has no such item on its agenda. Nothing was recorded.', {
    errors: [{ path: 'item', message: 'is not on the agenda' }],
  })
}
