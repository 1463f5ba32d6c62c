import { LevelSummaryView } from '@workplan/domain'
import { loadLibrary } from '@workplan/rulebook'
import { describe, expect, it } from 'vitest'
import { BNSSG_AMBITIONS, BNSSG_TOTAL } from './level-summary.fixture.ts'
import { levelSummaryView } from './level-summary-view.ts'
import { exampleProgramme, loaded, smallState } from './loaded-programme.fixture.ts'

const library = loadLibrary()
const bnssg = exampleProgramme('bnssg')

function summaryOf(programme = bnssg): LevelSummaryView {
  const view = levelSummaryView(programme, library)
  if (!view) throw new Error('The programme has no current round')
  return view
}

describe('levelSummaryView', () => {
  it('gives the figures of the BNSSG workbook in total and for each ambition', () => {
    const view = summaryOf()
    expect(view.total).toEqual(BNSSG_TOTAL)
    expect(view.ambitions.map((row) => row.number)).toEqual([1, 2, 3, 4, 5, 6])
    for (const [place, expected] of BNSSG_AMBITIONS.entries())
      expect(view.ambitions[place]).toMatchObject(expected)
  })

  it('answers in the shape of the API', () => {
    expect(LevelSummaryView.safeParse(summaryOf()).error).toBeUndefined()
  })

  it('never counts the heading row 1.6.1, whatever is written against it', () => {
    const state = structuredClone(bnssg.state)
    const heading = state.records.answer.find((answer) => answer.measure === 'ambitions.1.6.1')
    if (!heading) throw new Error('The round has no row for 1.6.1')
    Object.assign(heading, { state: 'answered', level: 5 })
    expect(summaryOf(loaded(state)).total).toEqual(BNSSG_TOTAL)
  })

  it('keeps not applicable apart from unanswered and from level 0', () => {
    const state = structuredClone(bnssg.state)
    const answer = state.records.answer.find(({ measure }) => measure === 'ambitions.1.1.1')
    if (!answer) throw new Error('The round has no row for 1.1.1')
    Object.assign(answer, { state: 'not-applicable' })
    expect(summaryOf(loaded(state)).total).toMatchObject({
      measures: 74,
      answered: 71,
      unanswered: 3,
      notApplicable: 1,
      countAtLevel: { 0: 3 },
    })
  })

  it('says which published figures differ from the records', () => {
    const { published } = summaryOf()
    expect(published).toHaveLength(12)
    expect(published.filter(({ differs }) => differs).map(({ claim }) => claim)).toEqual([
      'bnssg.sa.published.slide.a1',
      'bnssg.sa.published.slide.a4',
    ])
  })

  it('is null for a programme that has not assessed itself', () => {
    expect(levelSummaryView(exampleProgramme('northamptonshire'), library)).toBeNull()
    expect(levelSummaryView(loaded(smallState()), library)).toBeNull()
  })
})
