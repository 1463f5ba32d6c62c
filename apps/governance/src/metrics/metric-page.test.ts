import { openApp, problem } from '@workplan/shell/testing'
import { describe, expect, it } from 'vitest'
import { governance } from '../governance.ts'
import { at, governanceService } from '../testing/governance-service.ts'
import { metricDetail, readingView } from './example-metric.fixture.ts'

const METRIC = 'metrics/bnssg.metric.deaths'
const flags = { cleared: [], raised: [], reopened: [] }

const openMetric = (query = '') => openApp(governance, `/bnssg/${METRIC}${query}`)

/** A metric of which the chart speaks. */
function speaking() {
  const [series] = metricDetail().series
  if (!series) throw new Error('the example has a series')
  return metricDetail({
    series: [
      {
        ...series,
        stretches: [
          { from: 0, to: 0, limits: { mean: 40, upper: 45, lower: 35 }, basis: 'the first 12 readings' },
        ],
        verdict: { kind: 'worse', text: 'A change for the worse that is more than noise.' },
        signals: [
          { kind: 'worse', text: 'January 2023: 50% is above the upper limit of 45%', from: 0, to: 0 },
        ],
        target: 'While nothing changes, readings meet the target by chance.',
      },
      { ...series, key: 'hospice, percent', place: 'hospice' },
    ],
  })
}

describe('a metric', () => {
  it('shows its chart with the verdict, the words for it, and the same as a table', async () => {
    governanceService({ [at(METRIC)]: speaking() })
    const page = await openMetric()
    await page.shows('A change for the worse that is more than noise.')
    expect(page.text()).toContain('Worse, beyond noise')
    expect(page.text()).toContain('Mean and limits rest on the first 12 readings.')
    expect(page.text()).toContain('readings meet the target by chance')
    const picture = page.root.querySelector<HTMLImageElement>('figure img')
    expect(picture?.alt).toBe('1 reading, January 2023.')
    const source = new URL(picture?.src ?? '', 'http://x')
    expect(source.pathname).toBe(`/api/programmes/bnssg/${METRIC}/chart.svg`)
    expect(source.searchParams.get('series')).toBe('percent')
    await page.shows('January 2023: 50% is above the upper limit of 45%')
    await page.fill('Readings of', 'hospice, percent')
    await page.shows('1 reading, hospice, in percent')
    expect(page.router.currentRoute.value.query).toEqual({ series: 'hospice, percent' })
  })

  it('can only be looked at by those who may not change it, and at an earlier moment', async () => {
    governanceService({ [at(METRIC)]: metricDetail({ mayUpdate: false }) })
    const page = await openMetric()
    await page.shows('Too few readings to tell')
    expect(page.offers('Record a reading')).toBe(false)
    page.close()
    governanceService({ [at(METRIC)]: metricDetail() })
    const earlier = await openMetric('?asAt=2023-03-13')
    await earlier.shows('Too few readings to tell')
    expect(earlier.offers('Record a reading')).toBe(false)
    expect(earlier.root.querySelector('figure img')?.getAttribute('src')).toContain('asAt=2023-03-13')
  })
})

describe('recording a reading', () => {
  it('stands ready with the next period, checks, sends, and can be taken back', async () => {
    const saved = { item: readingView({ id: 'r.2', period: '2023-02', value: 41 }), flags }
    const service = governanceService({
      [at(METRIC)]: metricDetail(),
      [at(`${METRIC}/readings`, 'POST')]: saved,
      [at('readings/r.2', 'PATCH')]: saved,
    })
    const page = await openMetric()
    await page.shows('Record a reading')
    await page.press('Record a reading')
    await page.shows('Source of the figure')
    expect(page.field('Period').value).toBe('February 2023')
    await page.press('Record this reading')
    await page.shows('Value must be a number')
    await page.fill('Value', '41%')
    await page.press('Record this reading')
    await page.shows('Reading recorded. No flags changed')
    expect(service.seen(at(`${METRIC}/readings`, 'POST')).at(-1)?.body).toEqual({
      period: '2023-02',
      value: 41,
      unit: 'percent',
      dataset: 'Hospital records',
      place: null,
      comparator: null,
      standing: null,
      caveats: [],
    })
    expect(page.field('Period').value).toBe('March 2023')
    expect(page.field('Value').value).toBe('')
    await page.press('Undo')
    await page.shows('Undone')
    expect(service.seen(at('readings/r.2', 'PATCH')).at(-1)?.body).toMatchObject({ withdrawn: true })
  })

  it('keeps what was typed when the service refuses it, and says so at the field', async () => {
    governanceService({
      [at(METRIC)]: metricDetail(),
      [at(`${METRIC}/readings`, 'POST')]: problem(400, 'invalid-input', 'It does not fit.', {
        errors: [{ path: 'period', message: 'There is a reading for this period already' }],
      }),
    })
    const page = await openMetric()
    await page.shows('Record a reading')
    await page.press('Record a reading')
    await page.shows('Source of the figure')
    await page.fill('Value', '41')
    await page.press('Record this reading')
    await page.shows('There is a reading for this period already')
    expect(page.field('Value').value).toBe('41')
  })
})

describe('correcting a reading', () => {
  it('needs a reason, and sends what was changed from the version that was seen', async () => {
    const saved = { item: readingView({ value: 44 }, 2), flags }
    const service = governanceService({
      [at(METRIC)]: metricDetail(),
      [at('readings/bnssg.reading.1', 'PATCH')]: saved,
    })
    const page = await openMetric()
    await page.shows('Correct the reading of January 2023')
    await page.press('Correct the reading of January 2023')
    await page.shows('Why it is changed')
    await page.fill('Value', '44')
    await page.press('Save the change')
    await page.shows('Say why it is changed')
    await page.fill('Why it is changed', 'Typing error')
    await page.press('Save the change')
    await page.shows('Reading corrected')
    const [sent] = service.seen(at('readings/bnssg.reading.1', 'PATCH'))
    expect(sent?.body).toEqual({ value: 44, reason: 'Typing error' })
    expect(sent?.headers.get('if-match')).toBe('"1"')
  })

  it('shows both versions when somebody else was first, and saves the choice', async () => {
    const service = governanceService({
      [at(METRIC)]: metricDetail(),
      [at('readings/bnssg.reading.1', 'PATCH')]: problem(412, 'stale-version', 'Somebody was first.', {
        current: readingView({ value: 50, dataset: 'Another source' }, 4),
      }),
    })
    const page = await openMetric()
    await page.shows('Correct the reading of January 2023')
    await page.press('Correct the reading of January 2023')
    await page.shows('Why it is changed')
    await page.fill('Value', '44')
    await page.fill('Why it is changed', 'Typing error')
    await page.press('Save the change')
    await page.shows('Somebody else changed this reading')
    expect(page.text()).toContain('Another source')
    service.on(at('readings/bnssg.reading.1', 'PATCH'), { item: readingView({ value: 44 }, 5), flags })
    await page.press(/Yours: 44/)
    await page.press('Save what I chose')
    await page.shows('Reading corrected')
    const sent = service.seen(at('readings/bnssg.reading.1', 'PATCH')).at(-1)
    expect(sent?.body).toEqual({ value: 44, reason: 'Typing error' })
    expect(sent?.headers.get('if-match')).toBe('"4"')
  })
})

describe('what was begun about a reading', () => {
  it('stands open when the page is loaded again', async () => {
    governanceService({ [at(METRIC)]: metricDetail() })
    const page = await openMetric()
    await page.shows('Correct the reading of January 2023')
    await page.press('Correct the reading of January 2023')
    await page.shows('Why it is changed')
    await page.fill('Value', '44')
    page.close()
    const again = await openMetric()
    await again.shows('Why it is changed')
    expect(again.field('Value').value).toBe('44')
  })

  it('stands open when it was the reason to take it back', async () => {
    governanceService({ [at(METRIC)]: metricDetail() })
    const page = await openMetric()
    await page.shows('Take back the reading of January 2023')
    await page.press('Take back the reading of January 2023')
    await page.shows('Take this reading back?')
    await page.fill('Why', 'Counted twice')
    page.close()
    const again = await openMetric()
    await again.shows('Take this reading back?')
    expect(again.field('Why').value).toBe('Counted twice')
  })
})

describe('changing a metric', () => {
  async function openChange() {
    const saved = { item: { ...metricDetail(), version: 4 }, flags }
    const service = governanceService({ [at(METRIC)]: metricDetail(), [at(METRIC, 'PATCH')]: saved })
    const page = await openMetric()
    await page.shows('Change this metric')
    await page.press('Change this metric')
    await page.shows('Draw limits anew from')
    return { service, page }
  }

  it('sends what was changed with the reason, and puts it back', async () => {
    const { service, page } = await openChange()
    await page.fill('Target', 'many')
    await page.fill('Why it is changed', 'Agreed by the board')
    await page.press('Save the change')
    await page.shows('Target must be a number')
    await page.fill('Target', '30')
    await page.fill('Draw limits anew from', 'April 2022')
    await page.press('Save the change')
    await page.shows('Saved. No flags changed')
    const [sent] = service.seen(at(METRIC, 'PATCH'))
    expect(sent?.body).toEqual({ target: 30, limitsFrom: '2022-04', reason: 'Agreed by the board' })
    expect(sent?.headers.get('if-match')).toBe('"3"')
    await page.press('Undo')
    await page.shows('Undone')
    expect(service.seen(at(METRIC, 'PATCH')).at(-1)?.body).toMatchObject({ target: null, limitsFrom: null })
  })

  it('keeps what was typed, with the reason, when the page is loaded again, until it is thrown away', async () => {
    const { service, page } = await openChange()
    await page.fill('Target', '30')
    await page.fill('Why it is changed', 'Agreed by the board')
    page.close()
    const again = await openMetric()
    await again.shows('Draw limits anew from')
    expect(again.field('Target').value).toBe('30')
    expect(again.field('Why it is changed').value).toBe('Agreed by the board')
    await again.press('Throw away what I typed')
    await again.press('Change this metric')
    await again.shows('Draw limits anew from')
    expect(again.field('Target').value).not.toBe('30')
    expect(service.seen(at(METRIC, 'PATCH'))).toEqual([])
  })

  it('is renamed, but never left without a name', async () => {
    const { service, page } = await openChange()
    await page.fill('What is measured', ' ')
    await page.fill('Why it is changed', 'Typing error')
    await page.press('Save the change')
    await page.shows('Say what is measured')
    await page.fill('What is measured', 'Deaths at home')
    await page.press('Save the change')
    await page.shows('Saved. No flags changed')
    const [sent] = service.seen(at(METRIC, 'PATCH'))
    expect(sent?.body).toEqual({ title: 'Deaths at home', reason: 'Typing error' })
  })
})
