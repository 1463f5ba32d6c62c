import type { RoundSummary } from '@workplan/domain'
import { flagSummary, openApp, problem } from '@workplan/shell/testing'
import { describe, expect, it } from 'vitest'
import { governance } from '../governance.ts'
import { ambition, dutyRow, levelSummary, measure } from '../testing/example-views.ts'
import { at, flagListOf, governanceService, listOf } from '../testing/governance-service.ts'

const SUMMARY = at('assessments/current/summary')
const MEASURES = listOf(
  ambition('1', 'Seen as an individual'),
  measure('1.1', 3),
  measure('1.2', 1),
  measure('1.3', null),
  measure('1.4', null),
)

function roundOf(id: string, change: Partial<RoundSummary>): RoundSummary {
  return {
    id,
    version: 1,
    title: id,
    framework: 'ambitions',
    standing: 'recorded',
    current: false,
    startedOn: null,
    completedOn: null,
    signedOffBy: null,
    signerName: null,
    signedOffOn: null,
    follows: null,
    figures: levelSummary().total,
    ...change,
  }
}

function openLevels(query = '') {
  return openApp(governance, `/bnssg/levels${query}`)
}

describe('the levels', () => {
  it('states every share with the measures it is of', async () => {
    governanceService({ [SUMMARY]: levelSummary(), [at('requirements')]: MEASURES })
    const page = await openLevels()
    await page.shows('1 measures are at level 3 and above: 25% of all 4 measures, 50% of the 2 answered')
    expect(page.text()).toContain('2 unanswered')
    expect(page.text()).toContain('Of all 4 measures')
    expect(page.text()).toContain('25% (1 of 4)')
    expect(page.text()).toContain('50% (1 of 2)')
    expect(page.control('25% (1 of 4)').getAttribute('href')).toBe(
      '/governance/bnssg/levels?ambition=ambition.1&answer=3-and-above#measures',
    )
  })

  it('takes the picture and its percentages of the answered ones on request, and keeps that in the address', async () => {
    governanceService({ [SUMMARY]: levelSummary(), [at('requirements')]: MEASURES })
    const page = await openLevels()
    await page.shows('in percent of all 4 measures')
    const picture = () => page.root.querySelector('figure img')
    expect(picture()?.getAttribute('src')).toBe(
      '/api/programmes/bnssg/assessments/current/chart?denominator=all',
    )
    page.field('the 2 answered').click()
    await page.shows('in percent of the 2 answered')
    expect(picture()?.getAttribute('src')).toContain('denominator=answered')
    expect(picture()?.getAttribute('alt')).toContain('1 at level 3 and above (50%), 2 unanswered')
    expect(page.router.currentRoute.value.query).toEqual({ of: 'answered' })
  })

  it('sets a published figure that differs beside what the records give', async () => {
    const claim = {
      claim: 'bnssg.claim.slide',
      ambition: 'ambition.1',
      publishedIn: 'Board slide',
      figures: { '3': 36.8, '1': 25, level3AndAbove: 25 },
      differs: true,
    }
    governanceService({ [SUMMARY]: levelSummary({ published: [claim] }) })
    const page = await openLevels()
    await page.shows('level 3 was published as 36.8%, the records give 25%. Percentages of all 4 measures')
    expect(page.text()).not.toContain('level 1 was published')
    expect(page.control('Board slide').getAttribute('href')).toBe(
      '/governance/bnssg/records/claim/bnssg.claim.slide',
    )
  })

  it('lists the measures that its address asks for', async () => {
    governanceService({ [SUMMARY]: levelSummary(), [at('requirements')]: MEASURES })
    const page = await openLevels('?answer=unanswered')
    await page.shows('2 measures, 2 hidden by filters')
    expect(page.text()).not.toContain('Measure 1.1')
    await page.fill('Answer', '3-and-above')
    await page.shows('1 measure, 3 hidden by filters')
    expect(page.router.currentRoute.value.query).toEqual({ answer: '3-and-above' })
  })

  it('lists the measures behind a duty, with their flags', async () => {
    const behind = dutyRow({ measures: { ids: ['measure.1.2'], answered: 1, total: 1, level3AndAbove: 0 } })
    const flag = flagSummary({ subject: { kind: 'measure', id: 'measure.1.2', title: 'Measure 1.2' } })
    governanceService({
      [SUMMARY]: levelSummary(),
      [at('requirements')]: MEASURES,
      [at('duties')]: listOf(behind),
      [at('flags')]: flagListOf(flag),
    })
    const page = await openLevels('?behind=duty.equipment')
    await page.shows('Behind: Equipment')
    await page.shows('1 measure, 3 hidden by filters')
    await page.shows('1 flag')
  })

  it('says that nobody has scored anything, which is not level 0', async () => {
    governanceService({
      [SUMMARY]: problem(404, 'not-found', 'This programme has no current self-assessment.'),
    })
    const page = await openLevels()
    await page.shows('No self-assessment yet')
    expect(page.text()).toContain('That is not level 0')
  })

  it('looks at the round in its address, with its own answers, and sets another beside it', async () => {
    const rounds = [
      roundOf('round.new', { title: 'Round of 2023', standing: 'open' }),
      roundOf('round.1', { title: 'Round of 2022', current: true }),
    ]
    const other = levelSummary({
      assessment: { id: 'round.new', title: 'Round of 2023', framework: 'ambitions' },
    })
    const now = levelSummary()
    const [ambitionNow] = now.ambitions
    if (!ambitionNow) throw new Error('the example has an ambition')
    const level3AndAbove = { count: 2, percent: 50, percentOfAnswered: 100 }
    governanceService({
      [at('assessments')]: { items: rounds, frameworks: [], mayStart: false },
      [SUMMARY]: now,
      [at('assessments/round.new/summary')]: {
        ...other,
        ambitions: [{ ...ambitionNow, level3AndAbove }],
      },
      [at('assessments/round.new')]: {
        measures: [{ measure: { id: 'measure.1.1' }, answer: { ...measure('1.1', 4).answer, level: 4 } }],
      },
      [at('assessments/round.1/summary')]: now,
      [at('requirements')]: MEASURES,
    })
    const page = await openLevels()
    await page.shows('Levels by round')
    expect(page.text()).not.toContain('points more')
    await page.fill('Round', 'round.new')
    await page.shows('Level 4')
    expect(page.router.currentRoute.value.query).toEqual({ round: 'round.new' })
    expect(page.root.querySelector('figure img')?.getAttribute('src')).toContain(
      '/assessments/round.new/chart',
    )
    await page.fill('Compare with', 'round.1')
    await page.shows('25 points more')
    await page.shows('Beside Self-assessment of 2022-23')
    expect(page.control('50% (2 of 4)').getAttribute('href')).toBe(
      '/governance/bnssg/levels?round=round.new&compare=round.1&ambition=ambition.1&answer=3-and-above#measures',
    )
  })

  it('leads to a round that is being answered where none is signed off yet', async () => {
    governanceService({
      [at('assessments')]: {
        items: [roundOf('round.new', { title: 'Round of 2023', standing: 'open' })],
        frameworks: [],
        mayStart: false,
      },
      [SUMMARY]: problem(404, 'not-found', 'This programme has no current self-assessment.'),
    })
    const page = await openLevels()
    await page.shows('No self-assessment is signed off yet')
    expect(page.control('Round of 2023: 2 of 4 answered so far').getAttribute('href')).toBe(
      '/governance/bnssg/levels?round=round.new',
    )
  })

  it('says what went wrong and reads again', async () => {
    const service = governanceService({
      [SUMMARY]: problem(500, 'internal', 'The summary could not be made.'),
    })
    const page = await openLevels()
    await page.shows('The summary could not be made.')
    service.on(SUMMARY, levelSummary())
    await page.press('Try again')
    await page.shows('25% of all 4 measures')
  })
})
