import type { Agreement, MilestoneAge, PathwayRow } from '@workplan/domain'
import { describe, expect, it } from 'vitest'
import { countMilestones, nextHandOver } from './milestones.ts'

function pathwayWith(handOvers: [MilestoneAge, Agreement][]): PathwayRow {
  return {
    sendingProviderName: null,
    receivingProviderName: null,
    handOvers: handOvers.map(([age, agreed]) => ({ record: { age, agreed } })),
  } as PathwayRow
}

describe('the next hand-over', () => {
  it('is at the youngest age where something is not agreed or nothing is on record', () => {
    const ageOf = (...handOvers: [MilestoneAge, Agreement][]) =>
      nextHandOver(pathwayWith(handOvers))?.age ?? null
    expect(ageOf()).toBe(14)
    expect(ageOf([14, 'agreed'], [18, 'agreed'])).toBe(16)
    expect(ageOf([14, 'agreed'], [16, 'agreed'], [16, 'not-known'])).toBe(16)
    expect(ageOf([14, 'agreed'], [16, 'agreed'], [18, 'agreed'], [25, 'agreed'])).toBeNull()
  })
})

it('counts a blank milestone apart from one that is not agreed', () => {
  const rows = [
    pathwayWith([
      [14, 'agreed'],
      [16, 'not-agreed'],
    ]),
    pathwayWith([]),
  ]
  expect(countMilestones(rows)).toEqual({ handOvers: 2, agreed: 1, milestones: 8, blank: 6 })
})
