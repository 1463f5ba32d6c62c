import {
  daysLate,
  type Meeting,
  type MeetingAction,
  type MeetingActionView,
  type MeetingDecision,
  type MeetingDecisionView,
  type MeetingView,
} from '@workplan/domain'
import type { Member } from '../../members.ts'
import { type LoadedProgramme, recordKey } from '../../store/programme.ts'
import { mayManage } from './find-meeting.ts'

/** Meetings as this member sees them. */
export function meetingViewer(programme: LoadedProgramme, member: Member): (meeting: Meeting) => MeetingView {
  const { records } = programme.state
  const groups = new Map(records.group.map(({ id, name }) => [id, { id, name }]))
  return ({ id, title, group, date, state }) => {
    const { decisions, actions } = outcomesOf(programme, id)
    const standing = actions.filter((action) => action.state === 'standing')
    return {
      id,
      version: programme.versions.get(recordKey('meeting', id)) ?? 0,
      title,
      group: group === null ? null : (groups.get(group) ?? { id: group, name: group }),
      date,
      state,
      decisions: decisions.filter((decision) => decision.state === 'standing').length,
      actions: standing.length,
      openActions: standing.filter(({ task }) => task.status !== 'done').length,
      mayManage: mayManage(member, group),
    }
  }
}

/** What was decided in a meeting, and what it asked for, with how the tasks stand; what was taken back included. */
export function outcomesOf(
  programme: LoadedProgramme,
  meeting: string,
): { decisions: MeetingDecisionView[]; actions: MeetingActionView[] } {
  const { records } = programme.state
  const ofMeeting = (record: { meeting: string }) => record.meeting === meeting
  return {
    decisions: records['meeting-decision'].filter(ofMeeting).map((record) => decisionView(record, programme)),
    actions: records['meeting-action'].filter(ofMeeting).flatMap((record) => actionView(record, programme)),
  }
}

function decisionView(
  { id, title, item, reason, answers, state }: MeetingDecision,
  programme: LoadedProgramme,
): MeetingDecisionView {
  const question = programme.state.records.escalation.find((candidate) => candidate.id === answers)
  return {
    id,
    version: programme.versions.get(recordKey('meeting-decision', id)) ?? 0,
    title,
    item,
    reason,
    answers: question ? { id: question.id, title: question.title } : null,
    state,
  }
}

function actionView(
  { id, title, item, task: taskId, state }: MeetingAction,
  { state: { records }, people, versions, asAt }: LoadedProgramme,
): MeetingActionView[] {
  const task = records.task.find((candidate) => candidate.id === taskId)
  if (!task) return []
  const owner = task.owner === null ? undefined : people.get(task.owner)
  return [
    {
      id,
      version: versions.get(recordKey('meeting-action', id)) ?? 0,
      title,
      item,
      task: {
        id: task.id,
        title: task.title,
        status: task.status,
        ownerName: owner?.name ?? task.ownerAsStated,
        due: task.due,
        daysLate: task.due === null || task.status === 'done' ? null : daysLate(task.due, asAt),
      },
      state,
    },
  ]
}
