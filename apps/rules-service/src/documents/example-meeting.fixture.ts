import type { MeetingPack } from '@workplan/domain'
import type { MeetingPapers } from './content/meeting-document.ts'
import { exampleContent, issuedWith } from './example-report.fixture.ts'

const action: MeetingPack['actions'][number] = {
  id: 'test.action.1',
  version: 1,
  title: 'Ask the hospices for their hours',
  item: null,
  task: {
    id: 'test.task.1',
    title: 'Ask the hospices for their hours',
    status: 'in-progress',
    ownerName: 'Programme office',
    due: '2023-03-10',
    daysLate: 3,
  },
  state: 'standing',
}

const decision: MeetingPack['decisions'][number] = {
  id: 'test.decision.1',
  version: 1,
  title: 'Fund the night nurses <for a year>',
  item: 'test.item.1',
  reason: 'The pilot showed that they are needed',
  answers: { id: 'test.escalation.1', title: 'Who funds the nights?' },
  state: 'standing',
}

const pack: MeetingPack = {
  id: 'test.meeting',
  version: 1,
  title: 'Board meeting in March',
  group: { id: 'test.group', name: 'Programme board' },
  date: '2023-03-13',
  state: 'planned',
  openActions: 0,
  mayManage: false,
  agenda: [
    { id: 'test.item.1', title: 'Night nurses', about: null, minutes: null },
    {
      id: 'test.item.2',
      title: 'Report',
      about: { kind: 'report', id: 'test.report.1', title: 'Highlight report' },
      minutes: 'Read & agreed',
    },
  ],
  decisions: [],
  actions: [],
  report: null,
  escalated: [
    {
      id: 'test.escalation.2',
      version: 1,
      title: 'May the beds be closed?',
      asked: null,
      report: { id: 'test.report.0', number: 2 },
      from: { id: 'test.group.2', name: 'Delivery group' },
      to: { id: 'test.group', name: 'Programme board' },
      work: null,
      state: 'open',
      decision: null,
    },
  ],
  last: {
    id: 'test.meeting.0',
    title: 'Board meeting in February',
    date: '2023-02-13',
    decisions: [decision],
    actions: [action],
  },
}

/** The papers of a meeting with something of everything, and a whole report; `change` alters the pack. */
export function examplePapers(change: Partial<MeetingPack> = {}): MeetingPapers {
  return {
    programme: { name: 'End of life care', organisation: 'NHS Test' },
    pack: { ...pack, ...change },
    report: issuedWith(exampleContent()),
    knownAt: '2023-03-13T09:30:00.000Z',
  }
}
