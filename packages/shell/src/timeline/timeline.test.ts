import { describe, expect, it } from 'vitest'
import type { Milestone, Task } from '@workplan/domain'
import { taskView } from '../../testing/index.ts'
import { dependencyLines } from './dependency-lines.ts'
import { milestoneInWords, taskInWords } from './item-in-words.ts'
import { placeOf, timeScale } from './time-scale.ts'
import { itemOfMilestone, itemOfTask } from './timeline-item.ts'
import { byQuarter, timelineRows } from './timeline-rows.ts'

const TODAY = '2023-03-13'
const undated = { due: null, baselineDue: null }

function task(change: Partial<Task>): Task {
  return taskView({ task: { ...undated, ...change } }).task
}

function milestone(change: Partial<Milestone>): Milestone {
  return {
    ...{ id: 'm', source: { document: 'Test' }, title: 'Live', order: 1, status: 'in-progress', serves: [] },
    ...{ statusAsStated: null, due: null, baselineDue: null, earlierDues: [], workstream: null },
    ...change,
  }
}

describe('where a task lies', () => {
  it.each([
    [{ start: '2023-04', due: '2023-06' }, 'start-and-due', { from: '2023-04-01', to: '2023-06-30' }],
    [{ due: '2023-06' }, 'due', { from: '2023-06-01', to: '2023-06-30' }],
    [{ start: '2023-04-03' }, 'start', { from: '2023-04-03', to: '2023-04-03' }],
    [{ quarter: { label: 'Q4', year: '2022-23' } }, 'quarter', { from: '2023-01-01', to: '2023-03-31' }],
    [{ quarter: { label: 'Q3+', year: '2023-24' } }, 'quarter', { from: '2023-10-01', to: '2024-03-31' }],
    [{ quarter: { label: 'Q2', year: null } }, 'nothing', null],
    [{}, 'nothing', null],
    [{ start: '2023-07-01', due: '2023-06-01' }, 'start-and-due', { from: '2023-06-01', to: '2023-06-01' }],
    [
      { status: 'done', start: '2023-01-02', due: '2023-06', completedOn: '2023-03-01' },
      'start-and-due',
      { from: '2023-01-02', to: '2023-03-01' },
    ],
  ] satisfies [Partial<Task>, string, unknown][])('%j is known by %s', (change, known, forecast) => {
    expect(itemOfTask(task(change))).toMatchObject({ known, forecast })
  })

  it('says by how much its end has moved, which is not known where one of both is missing', () => {
    const moved = (change: Partial<Task>) => itemOfTask(task(change)).movedDays
    expect(moved({ due: '2023-06-30', baselineDue: '2023-05-31' })).toBe(30)
    expect(moved({ due: '2023-05', baselineDue: '2023-05-31' })).toBe(0)
    expect(moved({ baselineDue: '2023-05-31' })).toBeNull()
  })

  it('keeps the first agreed dates behind it', () => {
    const { baseline } = itemOfTask(task({ start: '2023-04-01', due: '2023-07', baselineDue: '2023-05' }))
    expect(baseline).toEqual({ from: '2023-04-01', to: '2023-05-31' })
  })
})

describe('the scale', () => {
  it('spans whole quarters of the financial year around everything, and today', () => {
    const scale = timeScale([itemOfTask(task({ due: '2024-05-01' }))], TODAY)
    expect(scale.period).toEqual({ from: '2023-01-01', to: '2024-06-30' })
    expect(scale.quarters.map(({ name, year }) => `${name} ${year}`)).toEqual([
      'Q4 2022-23',
      'Q1 2023-24',
      'Q2 2023-24',
      'Q3 2023-24',
      'Q4 2023-24',
      'Q1 2024-25',
    ])
    expect(scale.quarters.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(100)
  })

  it('shows four quarters at least', () => {
    expect(timeScale([], TODAY).period).toEqual({ from: '2023-01-01', to: '2023-12-31' })
  })

  it('gives both ends of a period room', () => {
    const scale = timeScale([], TODAY)
    const { left, width } = placeOf({ from: '2023-01-01', to: '2023-12-31' }, scale)
    expect([left, width]).toEqual([0, 100])
  })
})

describe('lines between tasks', () => {
  const first = itemOfTask(task({ id: 'first', due: '2023-04-30' }))
  const waits = (due: string) =>
    itemOfTask(task({ id: 'second', due, dependsOn: [{ task: 'first', what: 'First' }] }))

  it('run from the end of the one to the beginning of the other, and tell when that cannot be', () => {
    const rows = [first, waits('2023-06-30')]
    const scale = timeScale(rows, TODAY)
    expect(dependencyLines(rows, scale)).toEqual([
      {
        ...{ from: 'first', to: 'second', y1: 0.5, y2: 1.5, tooEarly: false },
        x1: scale.at('2023-05-01'),
        x2: scale.at('2023-06-30'),
      },
    ])
    expect(dependencyLines([first, waits('2023-04-01')], scale)[0]?.tooEarly).toBe(true)
  })

  it('are none to what is not drawn or has no date', () => {
    const scale = timeScale([], TODAY)
    expect(dependencyLines([waits('2023-06-30')], scale)).toEqual([])
    expect(dependencyLines([itemOfTask(task({ id: 'first' })), waits('2023-06-30')], scale)).toEqual([])
  })
})

describe('in words', () => {
  it.each([
    [
      { start: '2023-04-01', due: '2023-06-30', baselineDue: '2023-05' },
      'From 1 April 2023 due 30 June 2023, due in 15 weeks; first agreed for May 2023',
    ],
    [{ quarter: { label: 'Q1', year: '2023-24' } }, 'Quarter 1 of 2023-24, no date'],
    [{ start: '2023-04' }, 'From April 2023, no due date'],
    [{ status: 'done' }, 'Finished, on what day is not recorded'],
    [{ status: 'done', completedOn: '2023-02-01' }, 'Finished on 1 February 2023'],
    [{}, 'No dates'],
  ] satisfies [Partial<Task>, string][])('%j', (change, words) => {
    expect(taskInWords(task(change), TODAY)).toBe(words)
  })

  it('a milestone names every date it had', () => {
    const slipped = milestone({ due: '2023-06-30', earlierDues: ['2022-12', '2023-03'] })
    expect(milestoneInWords(slipped, TODAY)).toBe(
      '30 June 2023, due in 15 weeks; was December 2022, then March 2023',
    )
    expect(milestoneInWords(milestone({}), TODAY)).toBe('No date')
  })
})

it('rows come in the order in which they are expected, under their quarters, and without a date last', () => {
  const views = [
    task({ id: 'none' }),
    task({ id: 'late', due: '2023-02-01' }),
    task({ id: 'next', due: '2023-05' }),
  ]
  const rows = timelineRows(
    views.map((one) => taskView({ task: one })),
    [{ milestone: milestone({ due: '2023-03-31' }), workstreamName: null, app: null, daysLate: 0 }],
    TODAY,
  )
  expect(byQuarter(rows).map((group) => [group.quarter, group.rows.map(({ item }) => item.id)])).toEqual([
    ['Quarter 4 of 2022-23', ['late', 'm']],
    ['Quarter 1 of 2023-24', ['next']],
    [null, ['none']],
  ])
  expect(itemOfMilestone(milestone({ due: '2023-03' })).forecast).toEqual({
    from: '2023-03-01',
    to: '2023-03-31',
  })
})
