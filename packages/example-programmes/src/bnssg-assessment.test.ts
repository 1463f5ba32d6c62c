import { type Answer, type ProgrammeState, summariseLevels } from '@workplan/domain'
import { loadLibrary } from '@workplan/rulebook'
import { describe, expect, it } from 'vitest'
import { loadExampleProgrammes } from './index.ts'

const library = loadLibrary()
const records = recordsOfBnssg()
const answers = records.answer

function recordsOfBnssg(): ProgrammeState['records'] {
  const states = loadExampleProgrammes(new Set(library.requirements.keys()))
  const state = states.find(({ programme }) => programme.id === 'bnssg')
  if (!state) throw new Error('there is no programme bnssg')
  return state.records
}

/** The numbers of the measures whose answers pass the test, in the order of the workbook. */
function measuresWhere(test: (answer: Answer) => boolean): string[] {
  return answers.filter(test).map(({ measure }) => measure.replace('ambitions.', ''))
}

describe('the BNSSG self-assessment', () => {
  it('has one current round with 76 answers, of which one is a heading row', () => {
    expect(records.assessment.map(({ id, current }) => [id, current])).toEqual([
      ['bnssg.self-assessment', true],
    ])
    const count = (state: Answer['state']) => measuresWhere((answer) => answer.state === state).length
    expect([count('answered'), count('unanswered'), count('not-scored')]).toEqual([71, 4, 1])
    expect(measuresWhere(({ state }) => state === 'not-scored')).toEqual(['1.6.1'])
  })

  it('answers every measure of the framework once', () => {
    const measures = library.frameworks
      .flatMap(({ requirements }) => requirements)
      .filter(({ kind }) => kind === 'measure')
    expect(answers.map(({ measure }) => measure).toSorted()).toEqual(measures.map(({ id }) => id).toSorted())
  })

  it('leaves four measures unanswered, all three for children among them', () => {
    expect(measuresWhere(({ state }) => state === 'unanswered')).toEqual(['1.1.1', '1.1.3', '4.4.1', '4.4.4'])
  })

  it('stands at levels 0, 1 and 5 where the workbook says so', () => {
    expect(measuresWhere(({ level }) => level === 0)).toEqual(['1.1.7', '1.6.4', '6.4.1'])
    expect(measuresWhere(({ level }) => level === 1)).toEqual(['1.6.3', '3.4.1', '3.6.1', '6.1.1', '6.2.1'])
    expect(measuresWhere(({ level }) => level === 5)).toEqual(['3.3.2', '3.5.2', '4.1.1'])
  })

  it('keeps apart what has no evidence, an open question, and work to come', () => {
    const noEvidence = ({ level, evidenceState }: Answer) => level !== null && evidenceState === 'none'
    expect(measuresWhere(noEvidence).join(' ')).toBe(
      '1.4.1 1.6.4 3.6.1 4.1.4 4.1.5 4.1.6 4.2.1 4.3.1 4.3.2 4.4.2 4.4.3 4.5.1 ' +
        '5.5.1 5.6.1 6.1.1 6.2.1 6.3.1 6.4.1',
    )
    expect(measuresWhere((answer) => noEvidence(answer) && Number(answer.level) >= 3).join(' ')).toBe(
      '1.4.1 4.1.4 4.1.5 4.1.6 4.3.1 4.3.2 4.4.2 4.4.3 4.5.1 6.3.1',
    )
    expect(measuresWhere(({ level, evidence }) => level === null && evidence !== null)).toEqual([])
    expect(measuresWhere(({ evidenceState }) => evidenceState === 'query')).toEqual(['3.3.2', '3.3.3'])
    expect(
      measuresWhere(({ level, evidenceState }) => Number(level) >= 3 && evidenceState === 'pending'),
    ).toEqual(['5.2.1', '5.3.1', '5.4.1'])
  })

  it('comes to 71 of 75 measures answered and 44 at level 3 and above', () => {
    const ambitions = library.frameworks.find(({ id }) => id === 'framework.ambitions-2021-2026')
    const { total } = summariseLevels(ambitions?.requirements ?? [], answers)
    expect(total).toMatchObject({
      measures: 75,
      answered: 71,
      unanswered: 4,
      countAtLevel: { 0: 3, 1: 5, 2: 19, 3: 29, 4: 12, 5: 3 },
      level3AndAbove: { count: 44, percent: 58.7, percentOfAnswered: 62 },
    })
  })

  it('counts measures at levels 0 to 5 in each ambition', () => {
    const ambitions = library.frameworks.find(({ id }) => id === 'framework.ambitions-2021-2026')
    const summary = summariseLevels(ambitions?.requirements ?? [], answers)
    expect(summary.ambitions.map(({ countAtLevel }) => Object.values(countAtLevel))).toEqual([
      [2, 1, 3, 10, 1, 0],
      [0, 0, 4, 2, 0, 0],
      [0, 2, 2, 4, 6, 2],
      [0, 0, 6, 9, 5, 1],
      [0, 0, 4, 3, 0, 0],
      [1, 2, 0, 1, 0, 0],
    ])
  })

  it('holds the printed percentages of the workbook and of the slide, which differ for ambition 1', () => {
    const figuresOf = (id: string) => records.claim.find((claim) => claim.id === id)?.figures
    expect(figuresOf('bnssg.sa.published.workbook.a1')).toEqual({
      0: 10.5,
      1: 5.3,
      2: 15.8,
      3: 52.6,
      4: 5.3,
      5: 0,
    })
    expect(figuresOf('bnssg.sa.published.slide.a1')).toMatchObject({ 3: 36.8, 4: 21.1, level3AndAbove: 57.9 })
    expect(figuresOf('bnssg.sa.published.slide.a4')).toMatchObject({ level3AndAbove: 65.1 })
    expect(records.claim.filter(({ check }) => check?.kind === 'percent-at-level')).toHaveLength(12)
  })
})
