import { firstDayOf, type Meeting } from '@workplan/domain'
import { AppError } from '../../errors.ts'
import type { LoadedProgramme } from '../../store/programme.ts'

/** Throws `invalid-input` when a meeting was held on a day to come, or drops an item that something was recorded under. */
export function checkMeeting(meeting: Meeting, { state, asAt }: LoadedProgramme): void {
  const errors: { path: string; message: string }[] = []
  if (meeting.state === 'held' && firstDayOf(meeting.date) > asAt)
    errors.push({ path: 'state', message: 'A meeting is held on its day, not before' })
  const recorded = [...state.records['meeting-decision'], ...state.records['meeting-action']].filter(
    (record) => record.meeting === meeting.id && record.item !== null,
  )
  if (recorded.some(({ item }) => !meeting.agenda.some(({ id }) => id === item)))
    errors.push({ path: 'agenda', message: 'An item under which something was recorded stays on the agenda' })
  if (errors.length > 0)
    throw new AppError('invalid-input', 'The meeting does not fit together. Nothing was changed.', { errors })
}
