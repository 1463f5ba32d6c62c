import type { Claim } from '@workplan/domain'
import { describe, expect, it } from 'vitest'
import { claimSubjects } from './claim.ts'
import { contextWith, named } from './testing/state.ts'

const ROUND = {
  assessment: [{ id: 'round' }],
  answer: [
    { id: 'a', measure: 'amb.1.1.2', level: 3 as const },
    { id: 'b', measure: 'amb.1.2.1', level: 4 as const },
  ],
}

function claim(fields: Partial<Claim>, records: Parameters<typeof contextWith>[0] = ROUND) {
  return named(claimSubjects(contextWith({ ...records, claim: [{ id: 'c', ...fields }] })), 'c')
}

const levels = (figures: Claim['figures']): Partial<Claim> => ({
  figures,
  check: { kind: 'percent-at-level', ambition: 'amb.1' },
})

describe('published percentages', () => {
  it('are recomputed over all scored measures, and differences named', () => {
    expect(claim(levels({ 3: 33.3, 4: 50, level3AndAbove: 66.7 })).facts).toMatchObject({
      figuresChecked: 3,
      figuresDiffering: 1,
      largestDifference: 16.7,
      differences: ['level 4 50%, records 33.3%'],
    })
  })

  it('that agree differ by nothing, and a tenth is a tenth', () => {
    expect(claim(levels({ 3: 33.3 })).facts).toMatchObject({ figuresDiffering: 0, largestDifference: 0 })
    expect(claim(levels({ level3AndAbove: 66.6 })).facts).toMatchObject({
      figuresDiffering: 1,
      largestDifference: 0.1,
    })
  })

  it('cannot be checked without a round', () => {
    expect(claim(levels({ 3: 33.3 }), {}).facts).toMatchObject({
      figuresChecked: null,
      largestDifference: null,
      differences: null,
    })
  })

  it('lead to the answers they were recomputed from', () => {
    expect(claim(levels({ 3: 33.3 })).records.map(({ id }) => id)).toEqual(['c', 'round', 'a', 'b'])
  })
})

it('shows both letters of an answer, and nothing for a claim that has none', () => {
  expect(claim({ check: { kind: 'letter-and-text', given: 'a', textSuggests: 'd' } }).facts).toMatchObject({
    letterGiven: 'a',
    letterFromText: 'd',
    largestDifference: null,
  })
  expect(claim({}).facts).toMatchObject({ letterGiven: null, letterFromText: null })
})
