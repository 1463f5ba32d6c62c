import type { Escalation, MeetingDecision, MeetingSaved, NewDecision } from '@workplan/domain'
import type { AppContext } from '../../context.ts'
import { AppError } from '../../errors.ts'
import { idOfNew } from '../../id-of-new.ts'
import type { Member } from '../../members.ts'
import { type LoadedProgramme, recordKey } from '../../store/programme.ts'
import type { ChangeRequest } from '../../store/store.ts'
import { checkItem, meetingToRecord } from './find-meeting.ts'
import { meetingViewer } from './meeting-view.ts'

/**
 * Records what a meeting decided; a question that was put to the group is answered by it. Throws `not-found`, `not-allowed`,
 * `conflict`, `invalid-input`.
 */
export function recordDecision(
  { store }: Pick<AppContext, 'store'>,
  member: Member,
  request: ChangeRequest,
  { meeting: id, ...input }: NewDecision & { meeting: string },
): Promise<MeetingSaved> {
  return store.change(
    request,
    ({ before, put }) => {
      const meeting = meetingToRecord(before, member, id)
      checkItem(meeting, input.item)
      const answered = input.answers === null ? null : openQuestion(before, meeting.group, input.answers)
      const decision: MeetingDecision = {
        id: idOfNew(before.state.programme.id, 'decision', input.title),
        source: { document: meeting.title, section: 'Decisions' },
        meeting: id,
        ...input,
        state: 'standing',
      }
      put('meeting-decision', decision, {
        expectedVersion: null,
        action: 'decision.recorded',
        why: input.reason,
      })
      if (answered)
        put(
          'escalation',
          { ...answered, state: 'answered', decision: decision.id },
          {
            expectedVersion: before.versions.get(recordKey('escalation', answered.id)) ?? null,
            action: 'escalation.answered',
            why: input.title,
          },
        )
      return meeting
    },
    ({ after, flags }, meeting) => ({ item: meetingViewer(after, member)(meeting), flags }),
  )
}

function openQuestion({ state }: LoadedProgramme, group: string | null, id: string): Escalation {
  const found = state.records.escalation.find((candidate) => candidate.id === id && candidate.to === group)
  if (found?.state === 'open') return found
  throw new AppError('invalid-input', 'The decision answers no open question to this group.', {
    errors: [{ path: 'answers', message: 'is no open question to this group' }],
  })
}
