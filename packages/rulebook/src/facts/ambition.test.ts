import { describe, expect, it } from 'vitest'
import { ambitionSubjects } from './ambition.ts'
import { contextWith, named } from './testing/state.ts'

const ANSWERS = [
  { id: 'a', measure: 'amb.1.1.1', state: 'unanswered' as const },
  { id: 'b', measure: 'amb.1.1.2', level: 3 as const },
  { id: 'c', measure: 'amb.1.2.1', level: 0 as const },
]

function ambition(records: Parameters<typeof contextWith>[0]) {
  return named(ambitionSubjects(contextWith(records)), 'amb.1')
}

describe('an ambition', () => {
  it('counts its scored measures, with unanswered ones in the whole', () => {
    const answer = ANSWERS.map((entry) => ({ level: null, ...entry }))
    expect(ambition({ assessment: [{ id: 'round' }], answer }).facts).toMatchObject({
      measures: 3,
      answered: 2,
      unanswered: 1,
      atLevel3AndAbove: 1,
      percentAtLevel3AndAbove: 33.3,
      percentAtLevel3AndAboveOfAnswered: 50,
    })
  })

  it('has no percentages without a current round', () => {
    expect(ambition({}).facts).toMatchObject({
      measures: 3,
      answered: null,
      unanswered: null,
      percentAtLevel3AndAbove: null,
    })
  })

  it('leads to the answers and tasks that its figures come from', () => {
    const { records } = ambition({
      assessment: [{ id: 'round' }],
      answer: ANSWERS.map((entry) => ({ level: null, ...entry })),
      task: [{ id: 't', serves: ['amb.1.2.1'] }],
    })
    expect(records.map(({ id }) => id)).toEqual(['amb.1', 'round', 'a', 'b', 'c', 't'])
    expect(records[2]?.title).toBe('Answer to 1.1.1 Plans: children')
  })
})
