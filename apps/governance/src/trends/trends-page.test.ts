import type { TrendView } from '@workplan/domain'
import { openApp, problem } from '@workplan/shell/testing'
import { describe, expect, it } from 'vitest'
import { governance } from '../governance.ts'
import { at, governanceService } from '../testing/governance-service.ts'
import { levelSummary } from '../testing/example-views.ts'

const point = (to: string, high: number, change: Partial<TrendView['flags'][number]> = {}) => ({
  ...{ from: to, to, raised: 0, reopened: 0, cleared: 0, accepted: 0 },
  ...{ open: { high, medium: 1, low: 0 }, openAccepted: 0, ...change },
})

function trends(change: Partial<TrendView> = {}): TrendView {
  return {
    step: 'week',
    from: '2023-03-01',
    to: '2023-03-13',
    begins: '2023-03-01',
    flags: [point('2023-03-05', 9), point('2023-03-12', 6, { cleared: 3, accepted: 1, openAccepted: 1 })],
    alternative: 'Ten flags were open, and seven at the end.',
    levels: [
      {
        assessment: { id: 'round.1', title: 'Round of 2022' },
        completedOn: '2022-11',
        current: true,
        figures: levelSummary().total,
      },
    ],
    slips: [
      {
        kind: 'milestone',
        id: 'm.1',
        title: 'Agree the plan',
        workstream: null,
        baselineDue: '2023-04',
        due: '2023-06',
        days: 61,
        moves: 2,
        done: false,
      },
    ],
    dated: 4,
    ...change,
  }
}

const openTrends = (query = '') => openApp(governance, `/bnssg/trends${query}`)

describe('the trends', () => {
  it('say whether there are fewer flags and what slipped, as words, picture and table', async () => {
    governanceService({ [at('trends')]: trends() })
    const page = await openTrends()
    await page.shows('7 flags open: 3 fewer than at the start (10).')
    expect(page.text()).toContain('1 of 4 dates are later than was agreed first, by 61 days at most.')
    expect(page.text()).toContain('The journal begins on 1 March 2023')
    const picture = page.root.querySelector('figure img')
    expect(picture?.getAttribute('alt')).toBe('Ten flags were open, and seven at the end.')
    expect(picture?.getAttribute('src')).toContain('/api/programmes/bnssg/trends/chart.svg?from=2023-03-01')
    expect(page.text()).toContain('12 March 2023')
    expect(page.control('All flags behind these counts').getAttribute('href')).toBe(
      '/governance/bnssg/flags?status=all',
    )
    await page.shows('Round of 2022')
    expect(page.text()).toContain('There is one round so far')
    await page.shows('61 days later')
    expect(page.control('Agree the plan').getAttribute('href')).toBe(
      '/governance/bnssg/records/milestone/m.1',
    )
  })

  it('are asked for with the span in the address, and leave out what is no day', async () => {
    const service = governanceService({ [at('trends')]: trends() })
    const page = await openTrends('?from=2023-03-06&to=soon&step=month')
    await page.shows('Flags over time')
    expect(service.seen(at('trends')).at(-1)?.url.search).toBe('?from=2023-03-06&step=month')
    await page.fill('By', 'week')
    await page.shows('Flags over time')
    expect(page.router.currentRoute.value.query.step).toBe('week')
  })

  it('say that one step is too few to tell, and that nothing has moved', async () => {
    governanceService({
      [at('trends')]: trends({ flags: [point('2023-03-05', 9)], slips: [], dated: 0, levels: [] }),
    })
    const page = await openTrends()
    await page.shows('too few to tell a trend')
    expect(page.text()).toContain('No milestone or task has a date agreed first and one now.')
    expect(page.text()).toContain('No round of a self-assessment is recorded.')
    await page.shows('A date can only be seen to move where one was agreed first.')
  })

  it('say that no date has moved only where there are dates to compare', async () => {
    governanceService({ [at('trends')]: trends({ slips: [], dated: 9 }) })
    const page = await openTrends()
    await page.shows('Every date stands as it was agreed first.')
    expect(page.text()).toContain('None of 9 dates is later than was agreed first.')
    expect(page.text()).not.toContain('Times moved')
  })

  it('say what went wrong and read again', async () => {
    const service = governanceService({
      [at('trends')]: problem(500, 'internal', 'The trends could not be read.'),
    })
    const page = await openTrends()
    await page.shows('The trends could not be read.')
    service.on(at('trends'), trends())
    await page.press('Try again')
    await page.shows('7 flags open')
  })
})
