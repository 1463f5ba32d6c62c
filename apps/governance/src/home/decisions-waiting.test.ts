import { flagSummary, taskView } from '@workplan/shell/testing'
import { describe, expect, it } from 'vitest'
import { flagsUndecided, tasksWaiting } from './decisions-waiting.ts'

describe('tasksWaiting', () => {
  it('lists unfinished tasks that wait for a decision or money, the longest wait first', () => {
    const waiting = tasksWaiting([
      taskView({ task: { title: 'Money', statusReason: 'funding-needed' }, daysLate: 2, daysSilent: 3 }),
      taskView({
        task: { title: 'Decision', statusReason: 'decision-needed' },
        daysLate: null,
        daysSilent: 40,
      }),
      taskView({ task: { title: 'Staff', statusReason: 'staffing' } }),
      taskView({ task: { title: 'Finished', statusReason: 'decision-needed', status: 'done' } }),
    ])
    expect(waiting.map(({ view, waitsFor }) => [view.task.title, waitsFor])).toEqual([
      ['Decision', 'decision-needed'],
      ['Money', 'funding-needed'],
    ])
  })
})

describe('flagsUndecided', () => {
  it('lists high flags that are open with their age, the oldest first and duties before others', () => {
    const undecided = flagsUndecided(
      [
        flagSummary({ id: 'a', subject: { kind: 'task', id: 't', title: 'T' } }),
        flagSummary({ id: 'b' }),
        flagSummary({ id: 'c', raisedOn: '2023-01-01' }),
        flagSummary({ id: 'd', status: 'accepted' }),
        flagSummary({ id: 'e', severity: 'medium' }),
      ],
      '2023-03-13',
    )
    expect(undecided.map(({ flag, daysOpen }) => [flag.id, daysOpen])).toEqual([
      ['c', 71],
      ['b', 12],
      ['a', 12],
    ])
  })
})
