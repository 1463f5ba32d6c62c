import { describe, expect, it } from 'vitest'
import { Task } from './records/workplan.ts'
import { changeTask, TaskChange } from './task-change.ts'

const AS_AT = '2023-03-13'
const task = Task.parse({
  id: 'p.task.a',
  source: { document: 'Board paper' },
  basis: { due: { kind: 'inferred', note: 'Year not printed' }, workstream: { kind: 'inferred' } },
  form: 'task',
  title: 'Map the training',
  workstream: 'p.ws.a',
  audience: ['adult'],
  serves: [],
  owner: null,
  ownerAsStated: null,
  status: 'blocked',
  statusReason: 'funding-needed',
  statusAsStated: 'funding-needed',
  percent: null,
  start: null,
  due: null,
  baselineDue: null,
  quarter: null,
  progress: null,
  nextStep: null,
  evidence: [],
  dependsOn: [],
  fundingNeeded: true,
  duplicateGroup: null,
  themes: [],
  updatedOn: null,
  completedOn: null,
})

function changed(from: Task, change: TaskChange): Task {
  const result = changeTask(from, change, AS_AT)
  if ('problems' in result) throw new Error(result.problems.map((problem) => problem.message).join('; '))
  return result.task
}

describe('a change of status', () => {
  it('to done sets 100% and the day, and drops the reason it was blocked for', () => {
    expect(changed(task, { status: 'done' })).toMatchObject({
      status: 'done',
      percent: 100,
      completedOn: AS_AT,
      statusReason: null,
      statusAsStated: null,
      updatedOn: AS_AT,
    })
  })

  it('from done back takes the day and the percentage away', () => {
    const done = changed(task, { status: 'done' })
    expect(changed(done, { status: 'in-progress' })).toMatchObject({ percent: null, completedOn: null })
  })

  it('to blocked needs a reason', () => {
    const open = changed(task, { status: 'in-progress' })
    expect(changeTask(open, { status: 'blocked' }, AS_AT)).toEqual({
      problems: [{ field: 'statusReason', message: 'Say what blocks it' }],
    })
    expect(changed(open, { status: 'blocked', statusReason: 'staffing' }).statusReason).toBe('staffing')
  })

  it('keeps a done task at 100%', () => {
    expect(changeTask(task, { status: 'in-progress', percent: 60 }, AS_AT)).toMatchObject({
      task: { percent: 60 },
    })
    const done = changed(task, { status: 'done' })
    expect(changeTask(done, { percent: 60 }, AS_AT)).toMatchObject({ problems: [{ field: 'percent' }] })
  })
})

describe('a change', () => {
  it('leaves alone what it does not name', () => {
    expect(changed(task, { progress: 'Paper sent.' })).toEqual({
      ...task,
      progress: 'Paper sent.',
      updatedOn: AS_AT,
    })
  })

  it('makes a field stated that was inferred before, and only that field', () => {
    expect(changed(task, { due: '2023-06' }).basis).toEqual({ workstream: { kind: 'inferred' } })
  })

  it('takes the first due date as the baseline and keeps it when the date moves', () => {
    const dated = changed(task, { due: '2023-06' })
    expect(dated.baselineDue).toBe('2023-06')
    expect(changed(dated, { due: '2023-09' })).toMatchObject({ due: '2023-09', baselineDue: '2023-06' })
    expect(changed({ ...task, due: '2023-04' }, { due: '2023-09' }).baselineDue).toBe('2023-04')
  })

  it('keeps the reason for the journal and off the task', () => {
    expect(changed(task, { nextStep: 'Ask again', reason: 'Told by phone' })).not.toHaveProperty('reason')
  })
})

describe('what a request may change', () => {
  it.each([
    [{}, 'nothing'],
    [{ reason: 'because' }, 'only a reason'],
    [{ title: 'New' }, 'a field that is not open to change'],
    [{ status: 'finished' }, 'an unknown status'],
    [{ percent: 101 }, 'more than 100%'],
    [{ due: '2023-02-30' }, 'a day that does not exist'],
    [{ evidence: [{ title: 'Plan', url: 'javascript:alert(1)' }] }, 'a link that is not http'],
  ])('refuses %j: %s', (change, _why) => {
    expect(TaskChange.safeParse(change).success).toBe(false)
  })
})
