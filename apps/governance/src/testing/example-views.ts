import type { DutyRow, GroupView, JournalEntry, LevelSummaryView, RequirementView } from '@workplan/domain'

/** Views that only governance reads, as the service answers them; `change` says what matters to the test. */

type DutyChange = Partial<Omit<DutyRow, 'requirement'>> & { requirement?: Partial<DutyRow['requirement']> }

export function dutyRow({ requirement = {}, ...change }: DutyChange = {}): DutyRow {
  return {
    requirement: { id: 'duty.equipment', kind: 'duty', number: null, title: 'Equipment', ...requirement },
    framework: 'guidance',
    dutyType: 'specific-action',
    parent: null,
    audience: ['all'],
    tasks: [],
    liveTasks: 0,
    measures: { ids: [], answered: 0, total: 0, level3AndAbove: 0 },
    position: null,
    coverage: [],
    metrics: [],
    flags: [],
    worstSeverity: null,
    lastMovement: null,
    ...change,
  }
}

/** A duty with one live task and nothing against it. */
export function dutyInHand(title: string): DutyRow {
  return dutyRow({
    requirement: { id: `duty.${title.toLowerCase()}`, title },
    tasks: [{ id: 'task.a', title: 'Work', status: 'in-progress', audience: ['all'] }],
    liveTasks: 1,
    lastMovement: '2023-03-01',
  })
}

export function measure(
  number: string,
  level: 0 | 1 | 2 | 3 | 4 | 5 | null,
  change: Partial<RequirementView> = {},
): RequirementView {
  return {
    id: `measure.${number}`,
    framework: 'ambitions',
    kind: 'measure',
    number,
    title: `Measure ${number}`,
    description: null,
    parent: 'ambition.1',
    audience: ['all'],
    audienceBasis: 'stated',
    themes: [],
    elements: [],
    dutyType: null,
    scored: true,
    nationalCounterpart: null,
    source: { document: 'Framework' },
    tasks: [],
    linked: [],
    answer: {
      id: `answer.${number}`,
      state: level === null ? 'unanswered' : 'answered',
      level,
      evidence: null,
      evidenceState: 'none',
      gap: null,
    },
    ...change,
  }
}

export function ambition(number: string, title: string): RequirementView {
  return measure(number, null, {
    id: `ambition.${number}`,
    kind: 'ambition',
    title,
    parent: null,
    scored: false,
    answer: null,
  })
}

const NO_LEVELS = { '0': 0, '1': 0, '2': 0, '3': 0, '4': 0, '5': 0 }

/** One ambition of four measures: one at level 3, one at level 1, two unanswered. */
export function levelSummary(change: Partial<LevelSummaryView> = {}): LevelSummaryView {
  const figures = {
    measures: 4,
    answered: 2,
    unanswered: 2,
    notApplicable: 0,
    countAtLevel: { ...NO_LEVELS, '1': 1, '3': 1 },
    percentAtLevel: { ...NO_LEVELS, '1': 25, '3': 25 },
    percentAtLevelOfAnswered: { ...NO_LEVELS, '1': 50, '3': 50 },
    level3AndAbove: { count: 1, percent: 25, percentOfAnswered: 50 },
  }
  return {
    ambitions: [{ id: 'ambition.1', number: 1, title: 'Seen as an individual', ...figures }],
    total: figures,
    assessment: { id: 'round.1', title: 'Self-assessment of 2022-23', framework: 'ambitions' },
    asAt: '2023-03-13',
    levels: [{ level: 3, descriptor: 'Plans are carried out' }],
    published: [],
    ...change,
  }
}

export function group(name: string, change: Partial<GroupView> = {}): GroupView {
  return {
    id: `group.${name.toLowerCase().replaceAll(' ', '-')}`,
    name,
    kind: 'programme-board',
    state: 'active',
    version: 1,
    reportsTo: [],
    chair: null,
    chairAsStated: null,
    endsOn: null,
    reports: null,
    earlierNames: [],
    successor: null,
    mayDraft: false,
    ...change,
  }
}

export function journalEntry(change: Partial<JournalEntry> = {}): JournalEntry {
  return {
    seq: 7,
    at: '2023-03-13T09:05:00.000Z',
    asAt: '2023-03-13',
    by: 'Lead for adult services',
    action: 'task.updated',
    record: { kind: 'task', id: 'bnssg.task.training', title: 'Map training and support' },
    changes: [{ field: 'status', before: 'not-started', after: 'in-progress' }],
    why: 'The first workshop was held',
    hash: 'a'.repeat(64),
    ...change,
  }
}
