import type { EffectOnFlags, RuleDetail, RuleSummary, SubjectFactsView } from '@workplan/domain'

/** Rules as the service answers them; `change` says what matters to the test. */
export function ruleSummary(change: Partial<RuleSummary> = {}): RuleSummary {
  return {
    id: 'task-overdue',
    title: 'Task overdue',
    origin: 'pack',
    state: 'in-force',
    subject: 'task',
    severity: 'medium',
    writtenSeverity: 'medium',
    why: 'The date has gone by and the task is not done.',
    remedy: 'Mark it as done, or agree a new date.',
    source: {
      framework: 'Project delivery standard',
      locator: 'Clause 7',
      text: 'Progress is tracked.',
      url: null,
    },
    version: 1,
    until: null,
    changedHere: false,
    hasDraft: false,
    flagsOpen: 12,
    notAssessable: 3,
    cases: 1,
    ...change,
  }
}

export function ruleDetail(change: Partial<RuleDetail> = {}): RuleDetail {
  return {
    ...ruleSummary(),
    revision: 4,
    conditions: {
      kind: 'all',
      place: 'when',
      words: 'All of these',
      name: null,
      children: [
        {
          kind: 'condition',
          place: 'when.all.0',
          words: 'Is live is yes',
          reading: { fact: 'isLive' },
          label: 'Is live',
          operator: 'equal',
          operatorInWords: 'is',
          value: true,
          valueInWords: 'yes',
          threshold: false,
        },
        {
          kind: 'condition',
          place: 'when.all.1',
          words: 'Days late is more than 0 days',
          reading: { fact: 'daysLate' },
          label: 'Days late',
          operator: 'greaterThan',
          operatorInWords: 'is more than',
          value: 0,
          valueInWords: '0 days',
          threshold: true,
        },
      ],
    },
    requires: [],
    message: 'Was due {due}: {daysLate} late',
    thresholds: [
      {
        place: 'when.all.1.value',
        label: 'Days late',
        unit: 'day',
        operatorInWords: 'is more than',
        written: 0,
        inForce: 0,
      },
    ],
    workedCases: [
      { name: 'One day late', facts: { isLive: true, daysLate: 1 }, flags: true, verdict: 'holds' },
      {
        name: 'No date',
        facts: { isLive: true, daysLate: null },
        flags: 'not-assessable',
        verdict: 'not-assessable',
      },
    ],
    settings: {
      version: 0,
      enabled: true,
      severity: null,
      thresholds: {},
      notApplied: [],
      reason: null,
      by: null,
      at: null,
    },
    settingsHistory: [],
    versions: [],
    draft: null,
    published: null,
    flags: [],
    notAssessableSubjects: [],
    mayManage: true,
    ...change,
  }
}

export function noEffect(change: Partial<EffectOnFlags> = {}): EffectOnFlags {
  return { cleared: [], raised: [], reopened: [], changed: [], ...change }
}

/** What rules about tasks may read. */
export function taskFacts(): SubjectFactsView {
  const numbers = [
    { operator: 'equal', words: 'is', takes: 'number' as const },
    { operator: 'greaterThan', words: 'is more than', takes: 'number' as const },
  ]
  return {
    kind: 'task',
    conditions: [{ name: 'live', title: 'It is live' }],
    facts: [
      {
        name: 'isLive',
        label: 'Is live',
        type: 'yes-no',
        unit: null,
        description: 'Neither done nor stopped.',
        parts: [],
        operators: [{ operator: 'equal', words: 'is', takes: 'yes-no' }],
        seen: [],
      },
      {
        name: 'daysLate',
        label: 'Days late',
        type: 'number',
        unit: 'day',
        description: 'Days since the due date.',
        parts: [],
        operators: numbers,
        seen: [],
      },
      {
        name: 'status',
        label: 'Status',
        type: 'text',
        unit: null,
        description: 'Where the task stands.',
        parts: [],
        operators: [
          { operator: 'equal', words: 'is', takes: 'text' },
          { operator: 'in', words: 'is one of', takes: 'texts' },
        ],
        seen: ['blocked', 'done'],
      },
      {
        name: 'linkedByStatus',
        label: 'Linked tasks',
        type: 'table',
        unit: 'task',
        description: 'Tasks it waits for, by status.',
        parts: [
          { reading: { fact: 'linkedByStatus', path: '$.blocked' }, label: 'Linked tasks that are blocked' },
        ],
        operators: numbers,
        seen: [],
      },
    ],
  }
}
