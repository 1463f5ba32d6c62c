import { describe, expect, it } from 'vitest'
import { percent, summariseLevels } from './level-summary.ts'

const requirements = [
  { id: 'f.a1', kind: 'ambition', number: '1', title: 'First', parent: null, scored: false },
  { id: 'f.1.1', kind: 'building-block', number: '1.1', title: 'Block', parent: 'f.a1', scored: false },
  ...['1.1.1', '1.1.2', '1.1.3', '1.1.4'].map((number) => ({
    id: `f.${number}`,
    kind: 'measure' as const,
    number,
    title: number,
    parent: 'f.1.1',
    scored: true,
  })),
  { id: 'f.1.1.5', kind: 'measure', number: '1.1.5', title: 'Heading row', parent: 'f.1.1', scored: false },
  { id: 'f.a2', kind: 'ambition', number: '2', title: 'Second', parent: null, scored: false },
] as const

const answered = (measure: string, level: 0 | 1 | 2 | 3 | 4 | 5) => ({
  measure,
  state: 'answered' as const,
  level,
})

describe('the level summary', () => {
  it('counts an unanswered measure in the denominator and at no level', () => {
    const { ambitions, total } = summariseLevels(requirements, [
      answered('f.1.1.1', 0),
      answered('f.1.1.2', 3),
      answered('f.1.1.3', 5),
      { measure: 'f.1.1.4', state: 'unanswered', level: null },
    ])
    expect(ambitions[0]).toMatchObject({
      number: 1,
      measures: 4,
      answered: 3,
      unanswered: 1,
      countAtLevel: { 0: 1, 1: 0, 2: 0, 3: 1, 4: 0, 5: 1 },
      percentAtLevel: { 0: 25, 3: 25, 5: 25 },
      percentAtLevelOfAnswered: { 0: 33.3, 3: 33.3, 5: 33.3 },
      level3AndAbove: { count: 2, percent: 50, percentOfAnswered: 66.7 },
    })
    expect(total.measures).toBe(4)
  })

  it('treats a measure that nobody mentioned as unanswered', () => {
    expect(summariseLevels(requirements, []).total).toMatchObject({ measures: 4, answered: 0, unanswered: 4 })
  })

  it('leaves measures that do not apply out of both denominators', () => {
    const { total } = summariseLevels(requirements, [
      answered('f.1.1.1', 3),
      { measure: 'f.1.1.2', state: 'not-applicable', level: null },
    ])
    expect(total).toMatchObject({ measures: 3, answered: 1, unanswered: 2, notApplicable: 1 })
    expect(total.level3AndAbove).toEqual({ count: 1, percent: 33.3, percentOfAnswered: 100 })
  })

  it('says nothing, rather than zero, where there is nothing to divide by', () => {
    const second = summariseLevels(requirements, []).ambitions[1]
    expect(second?.level3AndAbove).toEqual({ count: 0, percent: null, percentOfAnswered: null })
  })
})

describe('a percentage', () => {
  it('has one decimal, halves up', () => {
    expect(percent(44, 75)).toBe(58.7)
    expect(percent(44, 71)).toBe(62)
    expect(percent(1, 80)).toBe(1.3)
    expect(percent(0, 5)).toBe(0)
  })

  it('does not exist of nothing', () => {
    expect(percent(0, 0)).toBeNull()
  })
})
