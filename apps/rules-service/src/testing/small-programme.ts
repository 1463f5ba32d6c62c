import {
  daysLate,
  emptyState,
  flagId,
  type IsoDate,
  type ProgrammeState,
  type Task,
  type Workstream,
} from '@workplan/domain'
import { loadLibrary, type Rule } from '@workplan/rulebook'
import type { Rules } from '../rules.ts'
import type { JudgedFlag } from '../store/programme.ts'

const source = { document: 'Test' }

/** A programme with an adult and a children's workstream and, for each, one task that is three days late. */
export function smallProgramme(id: string): ProgrammeState {
  const state = emptyState({
    id,
    name: `Programme ${id}`,
    shortName: id,
    organisation: `${id} ICB`,
    description: 'For tests',
    pinnedTo: '2023-03-13',
    pinnedBecause: 'For tests',
    frameworks: ['framework.ambitions-2021-2026'],
    source,
  })
  state.records.workstream = [workstream(id, 'adult'), workstream(id, 'children')]
  state.records.task = [task(id, 'adult'), task(id, 'children')]
  return state
}

function workstream(programme: string, app: 'adult' | 'children'): Workstream {
  return { id: `${programme}.ws.${app}`, source, name: `For ${app}`, label: app, app, lead: null }
}

function task(programme: string, app: 'adult' | 'children'): Task {
  return {
    id: `${programme}.task.${app}`,
    source,
    form: 'task',
    title: `Work for ${app} of ${programme}`,
    workstream: `${programme}.ws.${app}`,
    audience: [app],
    serves: ['ambitions.1.1.3'],
    owner: null,
    ownerAsStated: null,
    status: 'in-progress',
    statusReason: null,
    statusAsStated: null,
    percent: null,
    start: null,
    due: '2023-03-10',
    baselineDue: '2023-03-10',
    quarter: null,
    progress: null,
    nextStep: null,
    evidence: [],
    dependsOn: [],
    fundingNeeded: null,
    duplicateGroup: null,
    themes: [],
    updatedOn: null,
    completedOn: null,
  }
}

const LATE_TASK: Rule = {
  id: 'late-task',
  version: 1,
  title: 'Task is late',
  subject: 'task',
  severity: 'medium',
  source: { framework: 'Test', locator: 'Test' },
  why: 'For tests',
  requires: [],
  when: { all: [{ fact: 'daysLate', operator: 'greaterThan', value: 0 }] },
  message: '{{daysLate}} late',
  remedy: 'Do it',
  cases: [],
}

/** The real frameworks with one rule: a task past its due date that is not done. */
export function lateTaskRules(): Rules {
  return {
    library: loadLibrary(),
    rulebook: { rules: [LATE_TASK], conditions: new Map() },
    judge: (state, asAt) => state.records.task.flatMap((candidate) => lateFlag(candidate, asAt)),
  }
}

function lateFlag(candidate: Task, asAt: IsoDate): JudgedFlag[] {
  const late = candidate.due === null || candidate.status === 'done' ? 0 : daysLate(candidate.due, asAt)
  if (late === 0) return []
  return [
    {
      id: flagId(LATE_TASK.id, candidate.id),
      rule: LATE_TASK.id,
      ruleVersion: LATE_TASK.version,
      title: LATE_TASK.title,
      severity: LATE_TASK.severity,
      subject: { kind: 'task', id: candidate.id, title: candidate.title },
      message: `${late} days late`,
      audience: candidate.audience,
      workstreams: candidate.workstream ? [candidate.workstream] : [],
      requirements: candidate.serves,
      explanation: {
        kind: 'condition',
        fact: 'daysLate',
        label: 'Days past the due date',
        operator: 'greaterThan',
        operatorInWords: 'is more than',
        needed: 0,
        found: late,
        outcome: 'holds',
      },
      records: [{ kind: 'task', id: candidate.id, title: candidate.title }],
    },
  ]
}
