import type { MeetingActionView, MeetingPack, MeetingView } from '@workplan/domain'
import { reportSummary } from './example-report.ts'

const GROUP = { id: 'group.board', name: 'Programme board' }

export function meetingView(change: Partial<MeetingView> = {}): MeetingView {
  return {
    id: 'bnssg.meeting.1',
    version: 2,
    title: 'Board in March',
    group: GROUP,
    date: '2023-03-13',
    state: 'planned',
    decisions: 0,
    actions: 0,
    openActions: 0,
    mayManage: false,
    ...change,
  }
}

export function meetingAction(change: Partial<MeetingActionView> = {}): MeetingActionView {
  return {
    id: 'bnssg.action.1',
    version: 1,
    title: 'Write the case',
    item: null,
    task: {
      id: 'bnssg.task.case',
      title: 'Write the case',
      status: 'in-progress',
      ownerName: 'Lead for adult services',
      due: '2023-03-10',
      daysLate: 3,
    },
    state: 'standing',
    ...change,
  }
}

/** A planned meeting with two items, a report, a question put to the group, and a meeting before it. */
export function meetingPack(change: Partial<MeetingPack> = {}): MeetingPack {
  const { decisions: _decisions, actions: _actions, ...view } = meetingView()
  return {
    ...view,
    agenda: [
      {
        id: 'item-1',
        title: 'Highlight report',
        about: { kind: 'report', id: 'bnssg.report.1', title: 'Report of the fourth quarter' },
        minutes: null,
      },
      { id: 'item-2', title: 'Money', about: null, minutes: 'Nobody has any.' },
    ],
    decisions: [],
    actions: [],
    report: reportSummary({ number: 3, status: 'issued' }),
    escalated: [
      {
        id: 'bnssg.escalation.1',
        version: 1,
        title: 'May we spend it?',
        asked: 'By the end of May',
        report: { id: 'bnssg.report.7', number: 7 },
        from: { id: 'group.delivery', name: 'Delivery group' },
        to: GROUP,
        work: null,
        state: 'open',
        decision: null,
      },
    ],
    last: {
      id: 'bnssg.meeting.0',
      title: 'Board in January',
      date: '2023-01-16',
      decisions: [
        {
          ...{ id: 'bnssg.decision.1', version: 1, title: 'Begin with nights', item: null },
          ...{ reason: null, answers: null, state: 'standing' as const },
        },
      ],
      actions: [meetingAction()],
    },
    ...change,
  }
}
