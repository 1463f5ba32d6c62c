import { describe, expect, it } from 'vitest'
import { draftProblems } from './draft-problems.ts'
import type { TaskDraft } from './task-draft.ts'

function draft(change: Partial<TaskDraft> = {}): TaskDraft {
  return {
    status: 'in-progress',
    statusReason: '',
    percent: '',
    owner: '',
    due: '',
    reason: '',
    progress: '',
    nextStep: '',
    evidence: [],
    ...change,
  }
}

describe('what stands against a draft', () => {
  it('is nothing when nothing is filled in: not recorded is allowed', () => {
    expect(draftProblems(draft(), draft())).toEqual({})
  })

  it.each([
    ['statusReason', draft({ status: 'blocked' })],
    ['percent', draft({ percent: '101' })],
    ['percent', draft({ percent: 'half' })],
    ['percent', draft({ percent: '12.5' })],
    ['due', draft({ due: 'soon' })],
    ['progress', draft({ progress: 'x'.repeat(4001) })],
    ['nextStep', draft({ nextStep: 'x'.repeat(2001) })],
    ['evidence', draft({ evidence: [{ title: 'Plan', url: 'file:///plan' }] })],
    ['evidence', draft({ evidence: [{ title: 'Plan', url: 'plan.docx' }] })],
  ])('is its %s', (field, given) => {
    expect(Object.keys(draftProblems(given, draft()))).toEqual([field])
  })

  it('is a date that moves without a reason, also when it is taken away', () => {
    const agreed = draft({ due: '30 April 2023' })
    expect(Object.keys(draftProblems(draft({ due: '31 May 2023' }), agreed))).toEqual(['reason'])
    expect(Object.keys(draftProblems(draft({ due: '' }), agreed))).toEqual(['reason'])
    expect(draftProblems(draft({ due: '31 May 2023', reason: 'Staff are ill' }), agreed)).toEqual({})
    expect(draftProblems(agreed, draft())).toEqual({})
  })

  it('is nothing for a percentage once the task is done, or evidence without a link', () => {
    expect(draftProblems(draft({ status: 'done', percent: 'all' }), draft())).toEqual({})
    expect(draftProblems(draft({ evidence: [{ title: 'Minutes of 3 March', url: '' }] }), draft())).toEqual(
      {},
    )
  })
})
