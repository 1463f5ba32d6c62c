import { describe, expect, it } from 'vitest'
import type { Task, TaskView } from '@workplan/domain'
import { flagSummary as aFlag, taskView } from '../../testing/index.ts'
import { compareForWeek, weekGroupOf } from './week-place.ts'

function aTaskView(task: Partial<Task>, change: Partial<Omit<TaskView, 'task'>> = {}): TaskView {
  return taskView({ task: { due: null, ...task }, ...change })
}

const ASAT = '2023-03-13'

describe('the place of a task in My week', () => {
  it.each([
    ['late', aTaskView({ due: '2023-03-10', status: 'blocked' }, { daysLate: 3 })],
    [
      'waiting',
      aTaskView({ status: 'blocked', statusReason: 'staffing', due: '2023-03-14' }, { daysLate: 0 }),
    ],
    ['waiting', aTaskView({ statusReason: 'decision-needed' })],
    ['on-you', aTaskView({ status: 'blocked' }, { waitedForBy: [{ id: 'other', title: 'Other' }] })],
    ['on-you', aTaskView({}, { flags: [aFlag({ status: 'asked' })] })],
    ['late', aTaskView({ due: '2023-03-10' }, { daysLate: 3, flags: [aFlag({ status: 'asked' })] })],
    ['due-soon', aTaskView({ due: '2023-03-27' }, { daysLate: 0, flags: [aFlag()] })],
    ['flagged', aTaskView({ due: '2023-03-28' }, { daysLate: 0, flags: [aFlag()] })],
    ['silent', aTaskView({}, { daysSilent: 30 })],
    ['silent', aTaskView({}, { daysSilent: null })],
    ['rest', aTaskView({}, { daysSilent: 29 })],
    ['done', aTaskView({ status: 'done', due: '2023-01-01' })],
  ])('is %s', (group, view) => {
    expect(weekGroupOf(view, ASAT)).toBe(group)
  })

  it('is late, waiting for you, blocked or waiting, due soon, flagged, silent, the rest', () => {
    const views = [
      aTaskView({ id: 'rest' }),
      aTaskView({ id: 'silent' }, { daysSilent: null }),
      aTaskView({ id: 'flagged-low' }, { flags: [aFlag({ severity: 'low' })] }),
      aTaskView({ id: 'flagged-high' }, { flags: [aFlag({ severity: 'high' })] }),
      aTaskView({ id: 'due-soon', due: '2023-03' }, { daysLate: 0 }),
      aTaskView({ id: 'due-sooner', due: '2023-03-15' }, { daysLate: 0 }),
      aTaskView({ id: 'blocked', status: 'blocked' }),
      aTaskView({ id: 'waited-for' }, { waitedForBy: [{ id: 'other', title: 'Other' }] }),
      aTaskView({ id: 'late', due: '2023-03-01' }, { daysLate: 12 }),
      aTaskView({ id: 'latest', due: '2023-02-01' }, { daysLate: 40 }),
    ]
    const order = views.toSorted(compareForWeek('2023-03-20')).map(({ task }) => task.id)
    expect(order).toEqual([
      'latest',
      'late',
      'waited-for',
      'blocked',
      'due-sooner',
      'due-soon',
      'flagged-high',
      'flagged-low',
      'silent',
      'rest',
    ])
  })
})
