import { openApp, problem, session } from '@workplan/shell/testing'
import { describe, expect, it } from 'vitest'
import { governance } from '../governance.ts'
import { at, governanceService } from '../testing/governance-service.ts'
import { metricDetail, metricView, readingView } from './example-metric.fixture.ts'

const late = metricView({
  metric: { id: 'm.late', title: 'Unplanned admissions' },
  troubles: [{ kind: 'late', text: 'No reading for 14 months' }],
  latest: readingView({
    comparator: 'England',
    standing: 'worse',
    place: 'hospital',
    caveats: ['A year of COVID-19'],
  }).reading,
  readings: 1,
})
const blocked = metricView({
  metric: {
    id: 'm.blocked',
    title: 'Preferred place',
    blockedBy: 'Shared record',
    narrowerThanOutcome: true,
  },
  troubles: [
    { kind: 'blocked', text: 'Blocked by: Shared record' },
    { kind: 'never-read', text: 'Never read' },
  ],
})
const list = { items: [late, blocked], figures: [] as ReturnType<typeof readingView>[] }

const openMetrics = (query = '') => openApp(governance, `/bnssg/metrics${query}`)

describe('the metrics', () => {
  it('say what stands in the way of each, how many, and what is known of the latest reading', async () => {
    governanceService({ [at('metrics')]: list })
    const page = await openMetrics()
    await page.shows('No reading for 14 months')
    for (const words of ['Blocked by: Shared record', 'Never read', '2 metrics', 'Should fall'])
      expect(page.text()).toContain(words)
    expect(page.text()).toMatch(/40%, January 2023, hospital ?Worse than England ?A year of COVID-19/)
    expect(page.text()).toContain('Measures less than the outcome says')
    expect(page.text()).toContain('Neither is stated')
    expect(page.control('1 of 2 were never read').getAttribute('href')).toBe(
      '/governance/bnssg/metrics?trouble=never-read',
    )
    expect(page.control('Unplanned admissions').getAttribute('href')).toBe('/governance/bnssg/metrics/m.late')
  })

  it('are narrowed by what the address says, and say how many it hides', async () => {
    governanceService({ [at('metrics')]: list })
    const page = await openMetrics('?trouble=blocked')
    await page.shows('Preferred place')
    expect(page.text()).not.toContain('Unplanned admissions')
    await page.fill('What stands in the way', 'late')
    await page.shows('Unplanned admissions')
    expect(page.router.currentRoute.value.query).toEqual({ trouble: 'late' })
    await page.fill('Words', 'nothing at all')
    await page.shows('No metric fits these filters.')
  })

  it('say what it means that a programme has none, and show figures that stand by themselves', async () => {
    const caveats = ['2021 was a year of COVID-19.']
    const figures = [
      readingView({
        id: 'f.1',
        metric: null,
        title: 'Hospital deaths',
        period: '2021',
        dataset: 'OHID',
        caveats,
      }),
      readingView({
        id: 'f.2',
        metric: null,
        title: 'Over a month',
        period: '2021',
        dataset: 'OHID',
        partOf: 'f.1',
        caveats: [...caveats, 'Bands leave 21% out.'],
      }),
      readingView({ id: 'f.3', metric: null, title: 'Beds', period: null, dataset: null }),
    ]
    governanceService({ [at('metrics')]: { items: [], figures } })
    const page = await openMetrics()
    await page.shows('No metrics recorded')
    await page.shows('OHID, 2021')
    expect(page.text().split('2021 was a year of COVID-19.')).toHaveLength(2)
    expect(page.text()).toContain('Over a month (a part of the figure above)')
    expect(page.text()).toContain('Source not given, period not given')
    expect(page.text()).toContain('Bands leave 21% out.')
  })

  it('say what went wrong and read again', async () => {
    const service = governanceService({
      [at('metrics')]: problem(500, 'internal', 'The metrics could not be read.'),
    })
    const page = await openMetrics()
    await page.shows('The metrics could not be read.')
    service.on(at('metrics'), list)
    await page.press('Try again')
    await page.shows('Unplanned admissions')
  })
})

describe('adding a metric', () => {
  const writer = { 'GET /api/session': session({ may: ['programme.view', 'metric.update'] }) }

  const added = metricDetail({ metric: metricView({ metric: { id: 'm.new' } }).metric })

  it('sends what is known, leaves the rest unstated, and leads to the metric', async () => {
    const faked = governanceService({ ...writer, [at('metrics')]: list })
    faked.on(at('metrics', 'POST'), { item: added, flags: { raised: [], cleared: [], reopened: [] } })
    faked.on(at('metrics/m.new'), added)
    const page = await openMetrics()
    await page.shows('Add a metric')
    await page.press('Add a metric')
    await page.shows('What it should show for people')
    await page.press('Add the metric')
    await page.shows('Say what is measured')
    await page.fill('What is measured', 'Families supported')
    await page.fill('How it is known', 'feedback')
    await page.fill('Target', 'many')
    await page.press('Add the metric')
    await page.shows('Target must be a number, such as 42 or 12.5')
    await page.fill('Target', '80')
    await page.press('Add the metric')
    await page.shows('Metric added')
    expect(faked.seen(at('metrics', 'POST'))[0]?.body).toEqual({
      ...{ title: 'Families supported', kind: 'feedback', outcome: null, direction: null, frequency: null },
      ...{ baseline: null, target: 80, unit: null, dataSource: null, blockedBy: null },
    })
  })

  it('is not offered to those who only read', async () => {
    governanceService({ [at('metrics')]: list })
    const page = await openMetrics()
    await page.shows('2 metrics')
    expect(page.offers('Add a metric')).toBe(false)
  })
})
