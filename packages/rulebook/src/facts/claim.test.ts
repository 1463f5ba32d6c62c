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
      differences: ['level 4 (50% published, 33.3% in the records)'],
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

describe('published parts', () => {
  it('are added up: shares to 100, other figures to the published total', () => {
    expect(claim(levels({ 0: 10, 3: 33.3, 4: 50, level3AndAbove: 83.3 })).facts).toMatchObject({
      partsTotal: 93.3,
      partsShouldBe: 100,
      partsOffBy: 6.7,
    })
    const check = { kind: 'parts-and-total' as const, parts: ['adult', 'children'], total: 'all' }
    expect(claim({ figures: { adult: 3, children: 2, all: 6 }, check }).facts).toMatchObject({
      partsTotal: 5,
      partsShouldBe: 6,
      partsOffBy: 1,
    })
  })

  it('have nothing to add up to when no total was published', () => {
    const check = { kind: 'parts-and-total' as const, parts: ['adult', 'children'], total: 'all' }
    expect(claim({ figures: { adult: 3, children: 2 }, check }).facts.partsOffBy).toBeNull()
  })
})

it('holds a statement on most measures against the answered ones', () => {
  const check = { kind: 'mostly-at-level' as const, framework: 'ambitions', level: 3 as const }
  const subject = claim({ check })
  expect(subject.facts).toMatchObject({ claimedLevel: 3, percentAtClaimedLevel: 50 })
  expect(subject.records.map(({ id }) => id)).toEqual(['c', 'round'])
  expect(claim({ check }, {}).facts.percentAtClaimedLevel).toBeNull()
})

it('shows both letters of an answer, and nothing for a claim that has none', () => {
  expect(claim({ check: { kind: 'letter-and-text', given: 'a', textSuggests: 'd' } }).facts).toMatchObject({
    letterGiven: 'a',
    letterFromText: 'd',
    largestDifference: null,
  })
  expect(claim({}).facts).toMatchObject({ letterGiven: null, letterFromText: null })
})
