import { expect, it } from 'vitest'
import { taskView } from '../../testing/index.ts'
import { contestedFields, settle } from './task-conflict.ts'
import type { TaskDraft } from './task-draft.ts'

function draft(change: Partial<TaskDraft> = {}): TaskDraft {
  return {
    status: 'in-progress',
    statusReason: '',
    percent: '',
    owner: '',
    due: '',
    reason: '',
    progress: 'old',
    nextStep: 'old',
    evidence: [],
    ...change,
  }
}

it('of two versions of a task, mine stays where I say so and theirs everywhere else', () => {
  const conflict = {
    base: draft(),
    mine: draft({ progress: 'mine', nextStep: 'agreed', percent: '50' }),
    theirs: draft({ progress: 'theirs', nextStep: 'agreed', due: '1 May 2023' }),
    now: taskView(),
    changed: null,
  }
  expect(settle(conflict, { progress: 'theirs' })).toEqual(
    draft({ progress: 'theirs', nextStep: 'agreed', due: '1 May 2023', percent: '50' }),
  )
  expect(settle(conflict, { progress: 'mine' }).progress).toBe('mine')
})

it('an owner that one of two people chose is called by name', () => {
  const conflict = {
    base: draft(),
    mine: draft({ owner: 'person.ann' }),
    theirs: draft({ progress: 'theirs' }),
    now: taskView(),
    changed: null,
  }
  const owner = contestedFields(conflict, new Map([['person.ann', 'Ann']])).find(({ key }) => key === 'owner')
  expect(owner).toMatchObject({ label: 'Owner', base: 'Nobody', mine: 'Ann', theirs: 'Nobody' })
  expect(settle(conflict, {})).toEqual(draft({ owner: 'person.ann', progress: 'theirs' }))
})
