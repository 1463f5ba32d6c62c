import type { DutyRow } from '@workplan/domain'
import { answer, flagSummary, measure, taskView } from '@workplan/shell/testing'
import { describe, expect, it } from 'vitest'
import { actionsForChildren, dutiesForChildren, measuresForChildren } from './known-for-children.ts'

function duty(change: Partial<DutyRow>): DutyRow {
  return {
    requirement: { id: 'duty.1', kind: 'duty', number: null, title: 'Arrange care' },
    framework: 'framework.guidance',
    dutyType: 'legal-duty',
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

describe('what is known for children of a duty', () => {
  it('is nothing when nobody wrote anything down', () => {
    const [row] = dutiesForChildren([duty({})], [flagSummary({ requirements: ['duty.1'] })])
    expect(row).toMatchObject({ known: 'nothing', recorded: [], namesChildren: false })
    expect(row?.flags).toHaveLength(1)
  })

  it('is what stands behind it for children', () => {
    const [row] = dutiesForChildren(
      [
        duty({
          audience: ['adult', 'children'],
          tasks: [{ id: 't', title: 'Transition', status: 'in-progress', audience: ['children'] }],
          measures: { ids: ['a', 'b'], answered: 1, total: 2, level3AndAbove: 0 },
        }),
      ],
      [],
    )
    expect(row).toMatchObject({
      known: 'something',
      namesChildren: true,
      recorded: ['1 task', '1 measure answered of 2'],
    })
  })

  it('leaves out duties that are for others only', () => {
    expect(dutiesForChildren([duty({ audience: ['workforce'] }), duty({ audience: ['adult'] })], [])).toEqual(
      [],
    )
  })
})

describe('what is known for children of a measure', () => {
  const knownOf = (...given: Parameters<typeof measuresForChildren>) =>
    measuresForChildren(...given).map(({ known }) => known)

  it('is only for all ages when the answer does not speak of children by themselves', () => {
    expect(knownOf([measure({ audience: ['all'], answer: answer(4) })], [], [])).toEqual(['for-all'])
  })

  it('is something when the measure is about children and answered, even at level 0', () => {
    expect(knownOf([measure({ audience: ['children'], answer: answer(0) })], [], [])).toEqual(['something'])
  })

  it('is nothing when it is unanswered, and something again when a task for children serves it', () => {
    const blank = measure({
      audience: ['children'],
      answer: answer(null),
      tasks: ['bnssg.task.training', 'other'],
    })
    expect(knownOf([blank], [], [])).toEqual(['nothing'])
    expect(knownOf([blank], [taskView()], [])).toEqual(['something'])
  })

  it('is not asked of headings, nor of measures for others', () => {
    const others = [
      measure({ scored: false }),
      measure({ audience: ['adult'] }),
      measure({ kind: 'building-block' }),
    ]
    expect(knownOf(others, [], [])).toEqual([])
  })
})

describe('the actions of the programme for children', () => {
  const action = measure({ id: 'nn.cyp.4', kind: 'action', audience: ['children', 'adult'], scored: false })

  it('are those that name children, each with the work that answers it', () => {
    const task = taskView({ task: { id: 't', status: 'unknown' } })
    const rows = actionsForChildren([{ ...action, tasks: ['t'] }, measure({ kind: 'action' })], [task], [])
    expect(rows).toMatchObject([{ known: 'something', recorded: ['1 task, status not known'], tasks: ['t'] }])
  })

  it('have nothing recorded when no task answers them', () => {
    expect(actionsForChildren([action], [], [])).toMatchObject([{ known: 'nothing', recorded: [] }])
  })
})
