import { changeTask, flagId, type ProgrammeState, type Task, type TaskChange } from '@workplan/domain'
import { expect, it } from 'vitest'
import { subjectsOf } from '../facts/subjects-of.ts'
import { smallLibrary } from '../facts/testing/library.ts'
import { named, programmeWith } from '../facts/testing/state.ts'
import { loadRulebook } from '../rule/load-rulebook.ts'
import { createEvaluator } from './create-evaluator.ts'

const AS_AT = '2023-03-13'

const evaluator = createEvaluator(loadRulebook().rules)

/** The flags of a programme with this one task, by id with their severity. */
function flagsOf(state: ProgrammeState): Map<string, string> {
  const { holding } = evaluator.judge(subjectsOf(state, smallLibrary(), AS_AT))
  return new Map(holding.map(({ rule, subject }) => [flagId(rule.id, subject.id), rule.severity]))
}

/** What a change of the task clears and raises on the task itself. */
function effectOf(fields: Partial<Task>, change: TaskChange) {
  const before = programmeWith({
    task: [{ id: 't', serves: ['duty.care'], owner: 'lead', updatedOn: AS_AT, due: '2023-05', ...fields }],
  })
  const changed = changeTask(named(before.records.task, 't'), change, AS_AT)
  if (!('task' in changed)) throw new Error('the change was refused')
  const after = { ...before, records: { ...before.records, task: [changed.task] } }
  const [old, now] = [flagsOf(before), flagsOf(after)]
  const ofTask = (flags: Map<string, string>, others: Map<string, string>) =>
    [...flags].filter(([flag]) => flag.endsWith('~t') && !others.has(flag))
  return { cleared: ofTask(old, now).map(([flag]) => flag), raised: ofTask(now, old) }
}

const LINK = [{ title: 'The paper', url: null }]

it('marking an overdue task as done clears its flag; without evidence a low one is raised', () => {
  const late: Partial<Task> = { due: '2023-03-01', updatedOn: '2023-01-31' }
  expect(effectOf(late, { status: 'done' })).toEqual({
    cleared: ['task-overdue~t', 'task-silent-30-days~t'],
    raised: [['task-done-without-evidence~t', 'low']],
  })
  expect(effectOf(late, { status: 'done', evidence: LINK })).toMatchObject({ raised: [] })
})

it.each([
  ['staffing', null, ['task-blocked~t']],
  ['decision-needed', null, ['task-waiting-for-decision~t']],
  ['funding-needed', null, ['task-waiting-for-funding~t']],
  ['decision-needed', true, ['task-waiting-for-decision~t', 'task-waiting-for-funding~t']],
] as const)(
  'marking a task blocked by %s as done clears its flags',
  (statusReason, fundingNeeded, cleared) => {
    const blocked: Partial<Task> = { status: 'blocked', statusReason, fundingNeeded }
    expect(effectOf(blocked, { status: 'done', evidence: LINK })).toEqual({ cleared, raised: [] })
  },
)

it('a new date clears what was late, and a first owner what had none', () => {
  expect(effectOf({ due: '2023-03-01' }, { due: '2023-03-31' })).toEqual({
    cleared: ['task-overdue~t'],
    raised: [],
  })
  expect(effectOf({ owner: null }, { owner: 'lead' })).toEqual({
    cleared: ['task-without-owner~t'],
    raised: [],
  })
})

it('saying where a task stands clears its silence', () => {
  expect(effectOf({ updatedOn: '2023-01-31' }, { progress: 'No change' })).toEqual({
    cleared: ['task-silent-30-days~t'],
    raised: [],
  })
})
