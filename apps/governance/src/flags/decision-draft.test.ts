import { describe, expect, it } from 'vitest'
import { completeDecision, emptyDecision, type DecisionDraft } from './decision-draft.ts'

const complete = (draft: Partial<DecisionDraft>) =>
  completeDecision({ ...emptyDecision(), ...draft }, '2023-03-14')

describe('completeDecision', () => {
  it('asks new work for what is to be done and by when, and leaves the rest open', () => {
    expect(complete({ kind: 'assign', work: 'new' })).toEqual({
      errors: { title: 'Write what is to be done', due: 'Enter the date by which it is to be done' },
    })
    expect(complete({ kind: 'assign', work: 'new', title: ' Agree a rota ', due: '2023-06-30' })).toEqual({
      decision: {
        kind: 'assign',
        newTask: { title: 'Agree a rota', workstream: null, owner: null, due: '2023-06-30' },
      },
    })
  })

  it('asks for what each decision needs', () => {
    expect(complete({})).toEqual({ errors: { kind: 'Choose what to do' } })
    expect(complete({ kind: 'assign' })).toEqual({ errors: { task: 'Choose the task' } })
    expect(complete({ kind: 'dispute', words: '  ' })).toEqual({ errors: { words: 'Write what is wrong' } })
    expect(complete({ kind: 'ask' })).toEqual({ errors: { words: 'Write your question' } })
    expect(complete({ kind: 'accept', until: '2023-03-13', words: 'Known' })).toMatchObject({
      errors: { until: expect.stringContaining('must be after') },
    })
  })

  it('gives the decision with trimmed words, and without a rationale that was not written', () => {
    expect(complete({ kind: 'assign', task: 'task.a' })).toEqual({
      decision: { kind: 'assign', task: 'task.a' },
    })
    expect(complete({ kind: 'ask', words: ' Who owns it? ' })).toEqual({
      decision: { kind: 'ask', question: 'Who owns it?' },
    })
    expect(complete({ kind: 'accept', until: '2023-03-14', words: 'Known' })).toEqual({
      decision: { kind: 'accept', until: '2023-03-14', rationale: 'Known' },
    })
  })
})
