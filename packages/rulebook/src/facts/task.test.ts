import type { Task } from '@workplan/domain'
import { describe, expect, it } from 'vitest'
import { taskSubjects } from './task.ts'
import { smallLibrary } from './testing/library.ts'
import { contextWith, named } from './testing/state.ts'

type Fields = Partial<Task>

function task(fields: Fields, others: (Fields & { id: string })[] = []) {
  return named(taskSubjects(contextWith({ task: [{ id: 't', ...fields }, ...others] })), 't')
}

const factsOf = (fields: Fields, others?: (Fields & { id: string })[]) => task(fields, others).facts

describe('a date', () => {
  it('is late from the day after the last day it can mean', () => {
    expect(factsOf({ due: '2023-03-12' }).daysLate).toBe(1)
    expect(factsOf({ due: '2023-03-13' }).daysLate).toBe(0)
    expect(factsOf({ due: '2023-02' }).daysLate).toBe(13)
    expect(factsOf({ due: '2023' }).daysLate).toBe(0)
    expect(factsOf({}).daysLate).toBeNull()
  })

  it('comes from the quarter when that has a year', () => {
    const planned = factsOf({ quarter: { label: 'Q3', year: '2022-23' } })
    expect(planned).toMatchObject({
      due: '2022-12-31',
      daysLate: 72,
      hasDate: true,
      quarterWithoutYear: false,
    })
    expect(factsOf({ quarter: { label: 'Q3+', year: '2022-23' } }).due).toBe('2023-03-31')
  })

  it('cannot be late in a quarter of no year', () => {
    const planned = factsOf({ quarter: { label: 'Q1', year: null } })
    expect(planned).toMatchObject({ due: null, daysLate: null, hasDate: true, quarterWithoutYear: true })
    const both = factsOf({ due: '2023-04-30', quarter: { label: 'Q1', year: null } })
    expect(both).toMatchObject({ due: '2023-04-30', quarterWithoutYear: false })
  })

  it('moved counts from the date first agreed', () => {
    expect(factsOf({ due: '2023-04-14', baselineDue: '2023-03-31' }).daysSlipped).toBe(14)
    expect(factsOf({ due: '2023-04-14' }).daysSlipped).toBeNull()
  })
})

describe('a status', () => {
  it('is live until it is done', () => {
    expect(factsOf({ status: 'unknown' }).isLive).toBe(true)
    expect(factsOf({ status: 'done' }).isLive).toBe(false)
  })

  it('waits for a decision or for funding', () => {
    const blocked = (statusReason: Task['statusReason'], fundingNeeded: boolean | null = null) =>
      factsOf({ status: 'blocked', statusReason, fundingNeeded })
    expect(blocked('decision-needed')).toMatchObject({ waitsForDecision: true, waitsForFunding: false })
    expect(blocked('decision-needed', true)).toMatchObject({ waitsForDecision: true, waitsForFunding: true })
    expect(blocked('funding-needed')).toMatchObject({ waitsForDecision: false, waitsForFunding: true })
    expect(blocked('staffing')).toMatchObject({
      waitsForDecision: false,
      waitsForFunding: false,
      statusReasonInWords: 'staff are missing',
    })
    expect(factsOf({}).statusReasonInWords).toBe('no reason given')
  })

  it('is silent since the last update', () => {
    expect(factsOf({ updatedOn: '2023-02-11' }).daysSilent).toBe(30)
    expect(factsOf({ updatedOn: null }).daysSilent).toBeNull()
  })
})

it('has an owner when a person or a role is named', () => {
  expect(factsOf({}).hasOwner).toBe(false)
  expect(factsOf({ owner: 'somebody' }).hasOwner).toBe(true)
  expect(factsOf({ ownerAsStated: 'Commissioners' }).hasOwner).toBe(true)
})

describe('a dependency', () => {
  it('on something that no task delivers is unplanned', () => {
    const facts = factsOf({
      dependsOn: [
        { task: null, what: 'A shared record' },
        { task: 'gone', what: 'A task that is gone' },
      ],
    })
    expect(facts).toMatchObject({
      dependsOnNothingPlanned: ['A shared record', 'A task that is gone'],
      unplannedDependencies: 2,
    })
  })

  it('on a live task without a date is undated', () => {
    const dependsOn = [{ task: 'o', what: 'The other' }]
    const undated = (other: Fields) => factsOf({ dependsOn }, [{ id: 'o', title: 'The other', ...other }])
    expect(undated({})).toMatchObject({ dependsOnUndated: ['The other'], undatedDependencies: 1 })
    expect(undated({ due: '2023-05' }).undatedDependencies).toBe(0)
    expect(undated({ status: 'done' }).undatedDependencies).toBe(0)
    expect(undated({}).unplannedDependencies).toBe(0)
  })
})

it('waits for work in trouble when that is blocked, late, or due after it', () => {
  const dependsOn = [{ task: 'o', what: 'The other' }]
  const troubled = (other: Fields, fields: Fields = {}) =>
    factsOf({ dependsOn, ...fields }, [{ id: 'o', title: 'The other', ...other }])
  expect(troubled({ status: 'blocked' })).toMatchObject({
    dependsOnInTrouble: ['The other'],
    troubledDependencies: 1,
  })
  expect(troubled({ due: '2023-03-12' }).troubledDependencies).toBe(1)
  expect(troubled({ due: '2023-06' }, { due: '2023-05-31' }).troubledDependencies).toBe(1)
  expect(troubled({ due: '2023-05' }, { due: '2023-05-31' }).troubledDependencies).toBe(0)
  expect(troubled({ status: 'done', due: '2023-03-12' }).troubledDependencies).toBe(0)
})

describe('the same work', () => {
  it('is first where no other task for it stands before', () => {
    const group = { duplicateGroup: 'advice', title: 'Advice' }
    const context = contextWith({ task: [{ id: 'one', ...group }, { id: 'two', ...group }, { id: 'three' }] })
    const first = taskSubjects(context).map(({ id, facts }) => [id, facts.listedFirst])
    expect(first).toEqual([
      ['one', true],
      ['two', false],
      ['three', true],
    ])
  })

  it('is found by group or by title, among live tasks', () => {
    const group = { duplicateGroup: 'advice' }
    expect(factsOf(group, [{ id: 'o', title: 'Other words', ...group }]).sameWork).toBe(1)
    expect(factsOf({ title: 'A dashboard' }, [{ id: 'o', title: 'a Dashboard (again)' }]).sameWork).toBe(1)
    expect(factsOf({ title: 'One' }, [{ id: 'o', title: 'Two' }]).sameWork).toBe(0)
    expect(factsOf(group, [{ id: 'o', title: 'Done', status: 'done', ...group }]).sameWork).toBe(0)
    expect(factsOf({ ...group, status: 'done' }, [{ id: 'o', title: 'Other', ...group }]).sameWork).toBe(0)
  })

  it('in another quarter of the same workstream is the same deliverable twice', () => {
    const q = (label: 'Q1' | 'Q2', workstream = 'ws'): Fields => ({
      title: 'A dashboard',
      workstream,
      quarter: { label, year: null },
    })
    expect(factsOf(q('Q1'), [{ id: 'o', ...q('Q2') }])).toMatchObject({
      sameWork: 0,
      sameWorkInOtherQuarters: 1,
      otherQuarters: ['Q2'],
    })
    expect(factsOf(q('Q1'), [{ id: 'o', ...q('Q1') }])).toMatchObject({
      sameWork: 1,
      sameWorkInOtherQuarters: 0,
    })
    expect(factsOf(q('Q1'), [{ id: 'o', ...q('Q2', 'other') }])).toMatchObject({
      sameWork: 1,
      sameWorkInOtherQuarters: 0,
    })
  })
})

it('counts what it serves, also when only the crosswalk says so, and what stands above', () => {
  const library = smallLibrary([{ requirements: ['duty.care'], tasks: ['t'] }])
  const subjects = taskSubjects(
    contextWith({ task: [{ id: 't', serves: ['amb.1.2.1'], workstream: 'ws' }] }, library),
  )
  const subject = named(subjects, 't')
  expect(subject.facts.requirementsServed).toBe(2)
  expect(subject.requirements).toEqual(['amb.1.2.1', 'amb.1.2', 'amb.1', 'duty.care'])
  expect(subject.workstreams).toEqual(['ws'])
})
