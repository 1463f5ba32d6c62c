import type { Position, Task } from '@workplan/domain'
import { describe, expect, it } from 'vitest'
import { dutySubjects } from './duty.ts'
import { contextWith, named } from './testing/state.ts'

function duty(id: string, position?: Partial<Position>, task: (Partial<Task> & { id: string })[] = []) {
  const positions = position ? [{ id: 'position', requirement: id, ...position }] : []
  return named(dutySubjects(contextWith({ position: positions, task })), id)
}

describe('duties', () => {
  it('are those of the programme; a definition is none', () => {
    const ids = dutySubjects(contextWith({})).map(({ id }) => id)
    expect(ids).toEqual(['duty.parts', 'duty.care', 'duty.staff'])
  })

  it('know how many duties have any work linked', () => {
    const task = [{ id: 't', serves: ['duty.parts'] }]
    expect(duty('duty.care', undefined, task).facts).toMatchObject({ liveTasks: 0, linkedOfKind: 1 })
    expect(duty('duty.care').facts.linkedOfKind).toBe(0)
  })

  it('count the work behind them by status; work of no known status is live', () => {
    const { facts, records } = duty('duty.care', undefined, [
      { id: 'a', serves: ['duty.care'], status: 'in-progress', audience: ['adult'] },
      { id: 'b', serves: ['duty.care'], status: 'unknown', audience: ['children'] },
      { id: 'c', serves: ['duty.care'], status: 'blocked', statusReason: 'staffing', audience: ['all'] },
      { id: 'd', serves: ['duty.care'], status: 'done', percent: 100 },
      { id: 'e', serves: ['duty.parts'] },
    ])
    expect(facts).toMatchObject({
      tasks: 4,
      liveTasks: 3,
      tasksByStatus: { 'not-started': 0, 'in-progress': 1, blocked: 1, done: 1, unknown: 1 },
      liveTasksFor: { adult: 2, children: 2, workforce: 0 },
    })
    expect(records.map(({ id }) => id)).toEqual(['duty.care', 'a', 'b', 'c', 'd'])
  })

  it('without a position know nothing of gaps, and say that there is no position', () => {
    expect(duty('duty.care').facts).toMatchObject({
      hasPosition: false,
      gapState: null,
      hasNextStep: null,
      peopleNotCovered: null,
      statementUncertain: null,
    })
  })
})

describe('the position on a duty', () => {
  it('names the parts that it leaves out', () => {
    const covered = (elementsCovered: string[], elementsNotMentioned: string[] = []) =>
      duty('duty.parts', { elementsCovered, elementsNotMentioned }).facts
    expect(covered(['nursing'])).toMatchObject({
      elementsNotCovered: ['medicines'],
      elementsNotCoveredCount: 1,
    })
    expect(covered(['nursing', 'medicines']).elementsNotCoveredCount).toBe(0)
    expect(covered([], ['medicines']).elementsNotCoveredCount).toBe(2)
    expect(covered([]).elementsNotCoveredCount).toBeNull()
  })

  it('says nothing of parts where the duty names none', () => {
    expect(duty('duty.care', {}).facts.elementsNotCoveredCount).toBe(0)
  })

  it('names the people it leaves out, when it says whom it is about', () => {
    expect(duty('duty.care', { audienceCovered: ['adult'] }).facts).toMatchObject({
      peopleNotCovered: ['children and young people'],
      peopleNotCoveredCount: 1,
    })
    expect(duty('duty.care', { audienceCovered: ['all'] }).facts.peopleNotCoveredCount).toBe(0)
    expect(duty('duty.care', {}).facts.peopleNotCoveredCount).toBeNull()
  })

  it('is uncertain when marked so, or when its words are', () => {
    expect(duty('duty.care', { uncertain: true }).facts.statementUncertain).toBe(true)
    expect(duty('duty.care', { progress: 'Done, we think?' }).facts.statementUncertain).toBe(true)
    expect(duty('duty.care', { progress: 'Results to be confirmed' }).facts.statementUncertain).toBe(true)
    expect(duty('duty.care', { progress: 'Done', gap: 'To be identified' }).facts.statementUncertain).toBe(
      false,
    )
  })

  it('waits to be confirmed when its next step says so', () => {
    const pending = (nextStep: string) => duty('duty.care', { nextStep }).facts.confirmationPending
    expect(pending('Share the results for confirmation')).toBe(true)
    expect(pending('Share the results')).toBe(false)
    expect(duty('duty.care').facts.confirmationPending).toBeNull()
  })

  it('has a next step that is late from the day after the last one its date can mean', () => {
    const late = (due: string) => duty('duty.care', { nextStep: 'Do it', due }).facts.nextStepDaysLate
    expect(late('2023-03-12')).toBe(1)
    expect(late('2023-03-13')).toBe(0)
    expect(late('2023-03')).toBe(0)
    expect(late('2023-02')).toBe(13)
    expect(duty('duty.care', { nextStep: 'Do it' }).facts).toMatchObject({
      nextStepDated: false,
      nextStepDaysLate: null,
    })
  })
})
