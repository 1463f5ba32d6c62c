import { describe, expect, it } from 'vitest'
import { PartialDateSchema } from '../vocabulary.ts'
import { emptyState, recordKinds, recordSchemas } from './kinds.ts'

const answer = {
  id: 'p.sa.1.1.1',
  source: { document: 'Self-assessment workbook' },
  assessment: 'p.assessment.one',
  measure: 'ambitions.1.1.1',
  state: 'unanswered',
  level: null,
  evidence: null,
  evidenceState: 'none',
  evidenceDate: null,
  gap: null,
  gapIsNil: false,
  nextStep: null,
  workstream: null,
  answeredFor: null,
  seeAlso: [],
}

describe('an answer', () => {
  it('is answered with a level, or has none: zero is an answer, unanswered is not', () => {
    const parse = (state: string, level: number | null) =>
      recordSchemas.answer.safeParse({ ...answer, state, level }).success
    expect(parse('unanswered', null)).toBe(true)
    expect(parse('answered', 0)).toBe(true)
    expect(parse('unanswered', 0)).toBe(false)
    expect(parse('answered', null)).toBe(false)
    expect(parse('answered', 6)).toBe(false)
  })

  it('refuses a field it does not know, by name', () => {
    const result = recordSchemas.answer.safeParse({ ...answer, lvel: 3 })
    expect(result.error?.issues[0]?.message).toContain('lvel')
  })
})

describe('a record id', () => {
  it.each(['Bnssg.Task', 'bnssg task', '.task', 'bnssg..task', 'bnssg/task', 'a~b', ''])(
    'refuses %j',
    (id) => {
      expect(recordSchemas.answer.safeParse({ ...answer, id }).success).toBe(false)
    },
  )
})

describe('a partial date', () => {
  it.each(['2023', '2023-04', '2024-02-29'])('may be %s', (date) => {
    expect(PartialDateSchema.safeParse(date).success).toBe(true)
  })

  it.each(['23', '2023-13', '2023-02-30', 'Spring 2022', '2022-23'])('may not be %s', (date) => {
    expect(PartialDateSchema.safeParse(date).success).toBe(false)
  })
})

describe('an empty programme', () => {
  it('has a list for every kind of record', () => {
    const state = emptyState({
      id: 'p',
      name: 'Programme',
      shortName: 'P',
      organisation: 'An ICB',
      description: 'A programme',
      pinnedTo: null,
      pinnedBecause: null,
      frameworks: [],
      source: { document: 'Board paper' },
    })
    expect(Object.keys(state.records)).toEqual(recordKinds)
    expect(Object.values(state.records).flat()).toEqual([])
  })
})
