import { type Requirement } from '@workplan/domain'
import { describe, expect, it } from 'vitest'
import { loadLibrary } from './load-library.ts'

const library = loadLibrary()

function requirementsOf(framework: string): Requirement[] {
  return library.frameworks.find(({ id }) => id === framework)?.requirements ?? []
}

function countKinds(requirements: readonly Requirement[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { kind } of requirements) counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}

describe('the Ambitions framework', () => {
  const requirements = requirementsOf('framework.ambitions-2021-2026')
  const measures = requirements.filter(({ kind }) => kind === 'measure')

  it('has 6 ambitions, 34 building blocks, 75 scored measures with one heading row, and 8 foundations', () => {
    expect(countKinds(requirements)).toEqual({
      ambition: 6,
      'building-block': 34,
      measure: 76,
      foundation: 8,
    })
    expect(measures.filter(({ scored }) => !scored).map(({ number }) => number)).toEqual(['1.6.1'])
  })

  it('has 19, 6, 16, 23, 7 and 4 scored measures in its ambitions', () => {
    const scoredIn = (ambition: number) =>
      measures.filter(({ number, scored }) => scored && number?.startsWith(`${ambition}.`)).length
    expect([1, 2, 3, 4, 5, 6].map(scoredIn)).toEqual([19, 6, 16, 23, 7, 4])
  })

  it('marks the three measures for children and asks for evidence at level 5 only', () => {
    const forChildren = measures.filter(({ audience }) => audience.includes('children'))
    expect(forChildren.map(({ number }) => number)).toEqual(['1.1.1', '1.1.3', '4.4.1'])
    const levels = library.frameworks.find(({ id }) => id === 'framework.ambitions-2021-2026')?.levels ?? []
    expect(levels.map(({ level, requiresEvidence }) => [level, requiresEvidence])).toEqual([
      [0, false],
      [1, false],
      [2, false],
      [3, false],
      [4, false],
      [5, true],
    ])
  })
})

describe('the statutory guidance', () => {
  const requirements = requirementsOf('framework.statutory-guidance-2022')

  it('has one legal duty, one responsibility, five considerations, six actions and four parts', () => {
    const byType: Record<string, number> = {}
    for (const { dutyType } of requirements) if (dutyType) byType[dutyType] = (byType[dutyType] ?? 0) + 1
    expect(byType).toEqual({
      'legal-duty': 1,
      'core-responsibility': 1,
      'key-consideration': 5,
      'overarching-action': 1,
      'specific-action': 5,
      'sub-requirement': 4,
    })
  })

  it('counts what only explains a duty as a definition', () => {
    expect(countKinds(requirements)).toEqual({ duty: 17, definition: 7 })
    expect(requirements.filter(({ kind, dutyType }) => (kind === 'duty') !== (dutyType !== null))).toEqual([])
  })

  it('numbers the legal duty as people quote it', () => {
    expect(library.requirements.get('duty.legal.s3-1-h')?.number).toBe('s3(1)(h)')
  })
})

describe("Northamptonshire's ambitions", () => {
  const requirements = requirementsOf('framework.northamptonshire-ambitions')

  it('has 6 ambitions, 35 aims, 83 actions and 5 for children, 31 principles and 6 enablers', () => {
    expect(countKinds(requirements)).toEqual({
      ambition: 6,
      aim: 35,
      action: 88,
      principle: 31,
      enabler: 6,
    })
    expect(requirements.filter(({ id }) => id.startsWith('nn.cyp.'))).toHaveLength(5)
  })

  it('has 11, 16, 18, 15, 10 and 13 actions in its ambitions', () => {
    const actionsIn = (ambition: number) =>
      requirements.filter(({ id, kind }) => kind === 'action' && id.startsWith(`nn.a${ambition}.`)).length
    expect([1, 2, 3, 4, 5, 6].map(actionsIn)).toEqual([11, 16, 18, 15, 10, 13])
  })

  it('ties each ambition to its national counterpart', () => {
    const ambitions = requirements.filter(({ kind }) => kind === 'ambition')
    expect(ambitions.map(({ nationalCounterpart }) => nationalCounterpart)).toEqual(
      [1, 2, 3, 4, 5, 6].map((number) => `ambitions.a${number}`),
    )
  })
})

describe('the library', () => {
  it('finds every requirement of every framework by id', () => {
    const all = library.frameworks.flatMap(({ requirements }) => requirements)
    expect(library.requirements.size).toBe(all.length)
    expect(library.requirements.get('ambitions.1.1.3')).toMatchObject({
      number: '1.1.3',
      parent: 'ambitions.1.1',
      framework: 'framework.ambitions-2021-2026',
    })
  })

  it('keeps the 51 links of the crosswalk, 42 of BNSSG and 9 of Northamptonshire', () => {
    const count = (programme: string) =>
      library.crosswalk.filter((link) => link.programme === programme).length
    expect([library.crosswalk.length, count('bnssg'), count('northamptonshire')]).toEqual([51, 42, 9])
  })

  it('reads its files once', () => {
    expect(loadLibrary()).toBe(library)
  })
})
