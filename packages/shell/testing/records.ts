import type {
  FlagDetail,
  FlagSummary,
  MembershipView,
  ProgrammeView,
  SessionView,
  Task,
  TaskView,
  WorkstreamView,
} from '@workplan/domain'

const SOURCE = { document: 'Board paper', section: 'slide 4' }
const MOMENT = '2026-11-22T09:05:00.000Z'

/** A task with nothing recorded but what is given. */
export function aTask(given: Partial<Task> = {}): Task {
  return {
    id: 'bnssg.task.training',
    source: SOURCE,
    form: 'task',
    title: 'Train care home staff',
    workstream: 'bnssg.ws.adult',
    audience: ['adult'],
    serves: [],
    owner: null,
    ownerAsStated: null,
    status: 'in-progress',
    statusReason: null,
    statusAsStated: null,
    percent: null,
    start: null,
    due: null,
    baselineDue: null,
    quarter: null,
    progress: null,
    nextStep: null,
    evidence: [],
    dependsOn: [],
    fundingNeeded: null,
    duplicateGroup: null,
    themes: [],
    updatedOn: '2023-03-10',
    completedOn: null,
    ...given,
  }
}

/** A task as the service shows it to somebody who may update it. */
export function aTaskView(task: Partial<Task> = {}, given: Partial<Omit<TaskView, 'task'>> = {}): TaskView {
  return {
    task: aTask(task),
    version: 1,
    workstreamName: 'Adult services',
    ownerName: null,
    apps: ['adult'],
    serves: [],
    flags: [],
    daysLate: null,
    daysSilent: 3,
    mayUpdate: true,
    ...given,
  }
}

/** An open flag on a task. */
export function aFlag(given: Partial<FlagSummary> = {}): FlagSummary {
  return {
    id: 'task-late~bnssg.task.training',
    rule: 'task-late',
    title: 'Task is late',
    severity: 'medium',
    status: 'open',
    subject: { kind: 'task', id: 'bnssg.task.training', title: 'Train care home staff' },
    message: 'Due three days ago',
    audience: ['adult'],
    workstreams: ['bnssg.ws.adult'],
    requirements: [],
    raisedAt: MOMENT,
    raisedOn: '2023-03-13',
    clearedAt: null,
    clearedOn: null,
    ...given,
  }
}

/** A flag with one condition that holds. */
export function aFlagDetail(given: Partial<FlagDetail> = {}): FlagDetail {
  return {
    ...aFlag(),
    explanation: {
      kind: 'all',
      outcome: 'holds',
      children: [
        {
          kind: 'condition',
          fact: 'daysLate',
          label: 'Days past the due date',
          operator: 'greaterThan',
          operatorInWords: 'is more than',
          needed: 0,
          found: 3,
          outcome: 'holds',
        },
      ],
    },
    why: 'Late work hides until somebody asks.',
    remedy: 'Finish the task or agree a new date.',
    source: { framework: 'Programme rules', locator: 'rule 4', text: null, url: null },
    records: [],
    history: [],
    similar: 0,
    ...given,
  }
}

/** Membership of the example programme. */
export function aMembership(given: Partial<MembershipView> = {}): MembershipView {
  return {
    id: 'bnssg',
    name: 'Bristol, North Somerset and South Gloucestershire',
    shortName: 'BNSSG',
    organisation: 'BNSSG Integrated Care Board',
    asAt: '2023-03-13',
    pinned: true,
    pinnedBecause: 'An example: its records are those of the board papers of March 2023.',
    roles: ['workstream-lead'],
    may: ['programme.view', 'task.update', 'task.create'],
    apps: ['governance', 'adult'],
    workstreams: ['bnssg.ws.adult'],
    groups: [],
    ...given,
  }
}

/** Somebody signed in to the example programme. */
export function aSession(membership: Partial<MembershipView> = {}): SessionView {
  return {
    person: { id: 'person.lead-adult', name: 'Lead for adult services', title: 'Workstream lead' },
    demonstration: true,
    programmes: [aMembership(membership)],
  }
}

/** A workstream that is in the adult app. */
export function aWorkstream(given: Partial<WorkstreamView> = {}): WorkstreamView {
  return {
    id: 'bnssg.ws.adult',
    name: 'Adult services',
    label: 'Workstream',
    app: 'adult',
    leadName: null,
    tasks: 1,
    openFlags: 0,
    ...given,
  }
}

/** The example programme. */
export function aProgramme(given: Partial<ProgrammeView> = {}): ProgrammeView {
  return {
    ...aMembership(),
    description: 'Palliative and end of life care',
    workstreams: ['bnssg.ws.adult'],
    workstreamList: [aWorkstream()],
    frameworks: [],
    people: [],
    openFlags: { high: 0, medium: 1, low: 0 },
    ...given,
  }
}
