import type { Assessment } from '@workplan/domain'
import { describe, expect, it } from 'vitest'
import { assessmentSubjects } from './assessment.ts'
import { contextWith } from './testing/state.ts'

function rounds(fields: Partial<Assessment> = {}, answers: Parameters<typeof contextWith>[0]['answer'] = []) {
  return assessmentSubjects(contextWith({ assessment: [{ id: 'round', ...fields }], answer: answers }))
}

describe('a round', () => {
  it('is judged while it is current', () => {
    expect(rounds().map(({ id }) => id)).toEqual(['round'])
    expect(rounds({ current: false })).toEqual([])
  })

  it('knows its age when it is dated', () => {
    expect(rounds()[0]?.facts).toMatchObject({ dated: false, ageDays: null, signedOff: false })
    const dated = rounds({ completedOn: '2022-03', signedOffBy: 'The board', title: 'A round' })[0]
    expect(dated?.facts).toMatchObject({ dated: true, ageDays: 347, signedOff: true })
    expect(dated?.title).toBe('A round, March 2022')
  })

  it('names what its heading leaves blank', () => {
    expect(rounds()[0]?.facts).toMatchObject({
      headerBlank: ['organisation', 'who completed it', 'version'],
      headerBlankCount: 3,
    })
    expect(rounds({ organisation: 'A board', completedBy: 'A lead' })[0]?.facts.headerBlank).toEqual([
      'version',
    ])
  })

  it('counts measures about children only, and levels without evidence', () => {
    const answers = [
      { id: 'a', measure: 'amb.1.1.2', level: 3 as const },
      { id: 'b', measure: 'amb.1.2.1', level: 2 as const },
    ]
    expect(rounds({}, answers)[0]?.facts).toMatchObject({
      measures: 3,
      answered: 2,
      unanswered: 1,
      childrenMeasures: 1,
      childrenAnswered: 0,
      level3WithoutEvidence: 1,
    })
  })
})
