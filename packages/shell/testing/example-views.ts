import type {
  FlagDetail,
  FlagSummary,
  MembershipView,
  ProgrammeView,
  RequirementView,
  SessionView,
  TaskView,
} from '@workplan/domain'

/** Views as the service answers them, for tests; `change` says what matters to the test. */

export function membership(change: Partial<MembershipView> = {}): MembershipView {
  return {
    id: 'bnssg',
    name: 'Palliative and end of life care, Bristol',
    shortName: 'Bristol',
    organisation: 'Bristol ICB',
    asAt: '2023-03-13',
    pinned: true,
    pinnedBecause: null,
    seq: 1,
    roles: ['viewer'],
    may: ['programme.view'],
    apps: ['governance', 'adult', 'children', 'workforce'],
    workstreams: [],
    groups: [],
    ...change,
  }
}

/** Somebody signed in with this membership. */
export function session(change: Partial<MembershipView> = {}): SessionView {
  return {
    person: { id: 'person.reader', name: 'Reader', title: 'Reader of the programme' },
    demonstration: true,
    programmes: [membership(change)],
  }
}

export function flagSummary(change: Partial<FlagSummary> = {}): FlagSummary {
  return {
    id: 'no-live-work~duty.equipment',
    rule: 'no-live-work',
    title: 'Nothing live behind a duty',
    severity: 'high',
    status: 'open',
    subject: { kind: 'duty', id: 'duty.equipment', title: 'Equipment' },
    message: 'No live task serves Equipment',
    audience: ['all'],
    workstreams: [],
    requirements: ['duty.equipment'],
    raisedAt: '2023-03-13T09:00:00.000Z',
    raisedOn: '2023-03-01',
    clearedAt: null,
    clearedOn: null,
    ...change,
  }
}

type TaskChanges = Partial<Omit<TaskView, 'task'>> & { task?: Partial<TaskView['task']> }

export function taskView({ task = {}, ...change }: TaskChanges = {}): TaskView {
  return {
    task: {
      id: 'bnssg.task.training',
      source: { document: 'Board paper' },
      form: 'task',
      title: 'Map training and support',
      workstream: 'bnssg.ws.training',
      audience: ['all'],
      serves: ['duty.workforce'],
      owner: null,
      ownerAsStated: null,
      status: 'in-progress',
      statusReason: null,
      statusAsStated: null,
      percent: null,
      start: null,
      due: '2023-03-31',
      baselineDue: '2023-03-31',
      quarter: null,
      progress: null,
      nextStep: null,
      evidence: [],
      dependsOn: [],
      fundingNeeded: null,
      duplicateGroup: null,
      themes: [],
      updatedOn: '2023-03-01',
      completedOn: null,
      ...task,
    },
    version: 1,
    workstreamName: 'Workforce and training',
    ownerName: null,
    apps: ['workforce'],
    serves: [],
    flags: [],
    daysLate: 0,
    daysSilent: 12,
    waitedForBy: [],
    mayUpdate: false,
    ...change,
  }
}

/** A flag with one condition, which holds. */
export function flagDetail(change: Partial<FlagDetail> = {}): FlagDetail {
  return {
    ...flagSummary(),
    version: 7,
    explanation: {
      kind: 'all',
      outcome: 'holds',
      children: [
        {
          kind: 'condition',
          fact: 'liveTasks',
          label: 'Live tasks',
          operator: 'equal',
          operatorInWords: 'is',
          needed: 0,
          found: 0,
          outcome: 'holds',
        },
      ],
    },
    ruleVersion: 1,
    judgedByVersion: 1,
    why: 'A duty with no work behind it is not being met.',
    remedy: 'Link a live task to the duty.',
    source: { framework: 'Statutory guidance', locator: 'section 2', text: null, url: null },
    records: [],
    history: [],
    similar: 0,
    ...change,
  }
}

export function programmeView(change: Partial<ProgrammeView> = {}): ProgrammeView {
  return {
    ...membership(),
    description: 'Palliative and end of life care',
    workstreamList: [],
    frameworks: [],
    people: [],
    openFlags: { high: 0, medium: 0, low: 0 },
    ...change,
  }
}

/** A measure at level 3 with described evidence. */
export function measure(change: Partial<RequirementView> = {}): RequirementView {
  return {
    id: 'ambitions.1.1.2',
    kind: 'measure',
    number: '1.1.2',
    title: 'Agreed planning approach',
    description: null,
    parent: 'ambitions.a1',
    audience: ['all'],
    audienceBasis: 'stated',
    themes: [],
    elements: [],
    dutyType: null,
    scored: true,
    nationalCounterpart: null,
    source: { document: 'Ambitions framework' },
    framework: 'framework.ambitions',
    tasks: [],
    linked: [],
    answer: answer(3),
    ...change,
  }
}

/** An answer at a level, or without one. */
export function answer(
  level: NonNullable<RequirementView['answer']>['level'],
  change: Partial<NonNullable<RequirementView['answer']>> = {},
): NonNullable<RequirementView['answer']> {
  return {
    id: 'answer.1',
    state: level === null ? 'unanswered' : 'answered',
    level,
    evidence: level === null ? null : 'Audit of 40 records',
    evidenceState: level === null ? 'none' : 'described',
    gap: null,
    ...change,
  }
}
