import type { MeetingAction, MeetingDecision, MeetingSaved, Withdrawal } from '@workplan/domain'
import type { AppContext } from '../../context.ts'
import { AppError } from '../../errors.ts'
import type { Member } from '../../members.ts'
import { type LoadedProgramme, recordKey } from '../../store/programme.ts'
import type { Change, ChangeRequest } from '../../store/store.ts'
import { meetingToRecord } from './find-meeting.ts'
import { meetingViewer } from './meeting-view.ts'

interface Withdrawn extends Withdrawal {
  kind: 'meeting-decision' | 'meeting-action'
  id: string
  expectedVersion: number
}

/**
 * Takes back a decision or an action that was recorded by mistake: it stays on record, a question that it answered is open
 * again, and the task of an action stays. Throws `not-found`, `not-allowed`, `stale-version`, `conflict`.
 */
export function withdrawOutcome(
  { store }: Pick<AppContext, 'store'>,
  member: Member,
  request: ChangeRequest,
  { kind, id, expectedVersion, reason }: Withdrawn,
): Promise<MeetingSaved> {
  return store.change(
    request,
    async (change) => {
      const { before } = change
      const record = findOutcome(before, kind, id)
      const meeting = meetingToRecord(before, member, record.meeting)
      if (record.state === 'withdrawn') throw new AppError('conflict', 'It was taken back already.')
      await change.requireVersion(kind, id, expectedVersion, () => record)
      const options = { expectedVersion, why: reason }
      if ('task' in record)
        change.put(
          'meeting-action',
          { ...record, state: 'withdrawn' },
          { ...options, action: 'action.withdrawn' },
        )
      else
        change.put(
          'meeting-decision',
          { ...record, state: 'withdrawn' },
          { ...options, action: 'decision.withdrawn' },
        )
      openAgain(change, id, reason)
      return meeting
    },
    ({ after, flags }, meeting) => ({ item: meetingViewer(after, member)(meeting), flags }),
  )
}

function findOutcome(
  { state }: LoadedProgramme,
  kind: Withdrawn['kind'],
  id: string,
): MeetingDecision | MeetingAction {
  const records: readonly (MeetingDecision | MeetingAction)[] = state.records[kind]
  const record = records.find((candidate) => candidate.id === id)
  if (!record) throw new AppError('not-found', 'Nothing of the kind was recorded in this programme.')
  return record
}

function openAgain({ before, put }: Change, decision: string, why: string): void {
  const answered = before.state.records.escalation.find((candidate) => candidate.decision === decision)
  if (!answered) return
  const expectedVersion = before.versions.get(recordKey('escalation', answered.id)) ?? null
  const open = { ...answered, state: 'open' as const, decision: null }
  put('escalation', open, { expectedVersion, action: 'escalation.opened', why })
}
