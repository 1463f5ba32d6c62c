import type { FoiAnswer } from '@workplan/domain'
import { expect, it } from 'vitest'
import { foiAnswerSubjects } from './foi-answer.ts'
import { contextWith } from './testing/state.ts'

function answer(fields: Partial<FoiAnswer>) {
  const document = [
    { id: 'framework', title: 'A framework', state: 'draft' as const },
    { id: 'plan', title: 'A plan', state: 'final' as const },
  ]
  return foiAnswerSubjects(contextWith({ document, 'foi-answer': [{ id: 'q1', ...fields }] }))[0]
}

it('counts the options and those that are answered', () => {
  const options = [
    { letter: 'i', text: 'The rate' },
    { letter: 'ii', text: 'Passed on?' },
  ]
  expect(answer({ options, chosen: ['i'] })?.facts).toMatchObject({ options: 2, chosen: 1 })
})

it('names the drafts it relies on', () => {
  expect(answer({ documents: ['framework', 'plan'] })).toMatchObject({
    title: 'Question 1: A question',
    facts: { citesDrafts: ['A framework'], citesDraftsCount: 1 },
    records: [{ id: 'q1' }, { id: 'framework' }],
  })
})
