import { describe, expect, it } from 'vitest'
import { fieldsToChoose, settle } from './task-conflict.ts'
import type { TaskDraft } from './task-draft.ts'

function draft(change: Partial<TaskDraft> = {}): TaskDraft {
  return {
    status: 'in-progress',
    statusReason: '',
    percent: '',
    due: '',
    progress: 'old',
    nextStep: 'old',
    evidence: [],
    ...change,
  }
}

describe('two people changed one task', () => {
  const conflict = {
    base: draft(),
    mine: draft({ progress: 'mine', nextStep: 'agreed', percent: '50' }),
    theirs: draft({ progress: 'theirs', nextStep: 'agreed', due: '1 May 2023' }),
  }

  it('asks only about fields that I changed and that are not what is there now', () => {
    expect(fieldsToChoose(conflict)).toEqual(['percent', 'progress'])
  })

  it('keeps mine where I say so and theirs everywhere else', () => {
    expect(settle(conflict, { progress: 'theirs' })).toEqual(
      draft({ progress: 'theirs', nextStep: 'agreed', due: '1 May 2023', percent: '50' }),
    )
    expect(settle(conflict, {}).progress).toBe('mine')
  })
})
