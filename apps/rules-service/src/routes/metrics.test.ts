import { loadLibrary, loadRulebook } from '@workplan/rulebook'
import { type MetricDetail, MetricList, MetricSaved, ReadingSaved } from '@workplan/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rulesOver } from '../rules.ts'
import { metricOf, monthlyReadings, readingOf } from '../testing/metric.ts'
import { smallProgramme } from '../testing/small-programme.ts'
import { storedRows } from '../testing/stored-rows.ts'
import { expectProblem, openTestService, type TestService } from '../testing/test-service.ts'

const ROOT = '/api/programmes/alpha'
const STEADY = [41, 43, 41, 43, 41, 43, 41, 43, 41, 43, 41]

let service: TestService
let office: string
let lead: string
let viewer: string

beforeAll(async () => {
  const state = smallProgramme('alpha')
  state.records.metric = [
    metricOf('alpha.fine', { title: 'Read as agreed', frequency: 'annual' }),
    metricOf('alpha.never', { title: 'Never read' }),
    metricOf('alpha.blocked', { title: 'Blocked', blockedBy: 'Shared record' }),
    metricOf('alpha.late', { title: 'Late', frequency: 'monthly' }),
    metricOf('alpha.later', { title: 'Later', frequency: 'monthly' }),
    metricOf('alpha.chart', { title: 'With a chart' }),
  ]
  state.records.reading = [
    readingOf('alpha.reading.fine', 'alpha.fine', { period: '2022' }),
    readingOf('alpha.reading.late', 'alpha.late', { period: '2022-06' }),
    readingOf('alpha.reading.later', 'alpha.later', { period: '2022-01' }),
    readingOf('alpha.reading.alone', null, { place: 'hospital' }),
    ...monthlyReadings('alpha.chart', STEADY),
  ]
  const { rules, conditions } = loadRulebook()
  const known = rules.filter(({ id }) => ['metric-reading-overdue', 'metric-incomplete'].includes(id))
  service = await openTestService({
    programmes: [{ state }],
    rules: rulesOver(loadLibrary(), { rules: known, conditions }),
  })
  office = await service.signIn('person.programme-office')
  lead = await service.signIn('person.lead-adult')
  viewer = await service.signIn('person.viewer')
})
afterAll(() => service.close())

const newReading = { value: 43, unit: 'percent', period: '2021-12', dataset: 'Hospital records' }

function post(metric: string, json: unknown, cookie = lead) {
  return service.send(`${ROOT}/metrics/${metric}/readings`, { cookie, json })
}

function patch(path: string, version: number, json: unknown, cookie = office) {
  return service.send(`${ROOT}/${path}`, {
    cookie,
    method: 'PATCH',
    json,
    headers: { 'if-match': `"${version}"` },
  })
}

async function metricAt(id: string, query = ''): Promise<MetricDetail> {
  const answer = await service.send(`${ROOT}/metrics/${id}${query}`, { cookie: viewer })
  expect(answer.status).toBe(200)
  return (await answer.json()) as MetricDetail
}

describe('the list of metrics', () => {
  it('has the late and the blocked first, the longest silence first of all, each with what is wrong', async () => {
    const answer = await service.send(`${ROOT}/metrics`, { cookie: viewer })
    const list = MetricList.parse(await answer.json())
    expect(
      list.items.map(({ metric, troubles }) => [metric.title, ...troubles.map(({ text }) => text)]),
    ).toEqual([
      ['Later', 'No reading for 13 months'],
      ['Late', 'No reading for 8 months'],
      ['Blocked', 'Blocked by: Shared record', 'Never read'],
      ['Never read', 'Never read'],
      ['Read as agreed'],
      ['With a chart'],
    ])
    expect(list.figures.map(({ reading }) => reading.id)).toEqual(['alpha.reading.alone'])
    expect(list.items.every(({ mayUpdate }) => !mayUpdate)).toBe(true)
  })

  it('says what may be changed by whom', async () => {
    const answer = await service.send(`${ROOT}/metrics`, { cookie: lead })
    expect(MetricList.parse(await answer.json()).items.every(({ mayUpdate }) => mayUpdate)).toBe(true)
  })

  it('does not know a metric of somewhere else', async () => {
    await expectProblem(await service.send(`${ROOT}/metrics/beta.metric`, { cookie: viewer }), 'not-found')
  })
})

describe('recording a reading', () => {
  it('makes the chart speak, writes the journal and clears what no longer holds', async () => {
    expect((await metricAt('alpha.chart')).verdict.kind).toBe('too-few')
    const saved = ReadingSaved.parse(await (await post('alpha.chart', newReading)).json())
    expect(saved.item).toMatchObject({
      version: 1,
      reading: { value: 43, metric: 'alpha.chart', place: null },
    })
    expect((await metricAt('alpha.chart')).verdict.kind).toBe('noise')
    await post('alpha.chart', { ...newReading, value: 60, period: '2022-01' })
    const after = await metricAt('alpha.chart')
    expect(after.verdict).toMatchObject({ kind: 'worse' })
    expect(after.history[0]?.reading).toMatchObject({ period: '2022-01', value: 60 })
    const [row] = await service.context.store.readJournal('alpha', {
      order: 'newest-first',
      limit: 1,
      kind: 'reading',
    })
    expect(row).toMatchObject({ action: 'reading.recorded', actor: 'person.lead-adult', kind: 'reading' })
  })

  it('clears the flag of a reading that was overdue', async () => {
    const { flags } = await metricAt('alpha.late')
    expect(flags.map(({ rule }) => rule)).toContain('metric-reading-overdue')
    const saved = ReadingSaved.parse(
      await (await post('alpha.late', { ...newReading, period: '2023-02' })).json(),
    )
    expect(saved.flags.cleared).toMatchObject([{ rule: 'metric-reading-overdue' }])
    expect((await metricAt('alpha.late')).troubles).toEqual([])
  })

  it.each([
    ['a period that has not begun', { period: '2023-04' }, 'period'],
    ['a second reading of one period', { period: '2021-01' }, 'period'],
    ['a standing without comparator', { period: '2020-01', standing: 'better' }, 'comparator'],
    ['a day that is none', { period: '2023-02-30' }, 'period'],
    ['no source', { period: '2020-01', dataset: ' ' }, 'dataset'],
    ['words for a number', { period: '2020-01', value: '40' }, 'value'],
  ])('refuses %s and changes nothing', async (_name, change, path) => {
    const before = await storedRows(service.opened.database)
    const problem = await expectProblem(
      await post('alpha.chart', { ...newReading, ...change }),
      'invalid-input',
    )
    expect(problem.errors?.map((error) => error.path)).toContain(path)
    expect(await storedRows(service.opened.database)).toBe(before)
  })

  it.each(['person.viewer', 'person.sro', 'person.secretary'])('is not for %s', async (person) => {
    const cookie = await service.signIn(person)
    await expectProblem(await post('alpha.chart', newReading, cookie), 'not-allowed')
  })
})

describe('correcting a reading', () => {
  const reading = 'readings/alpha.reading.later'

  it('keeps what it was in the journal, with the reason', async () => {
    const saved = ReadingSaved.parse(
      await (await patch(reading, 1, { value: 45, reason: 'Typing error' })).json(),
    )
    expect(saved.item).toMatchObject({ version: 2, reading: { value: 45 } })
    const [row] = await service.context.store.readJournal('alpha', {
      order: 'newest-first',
      limit: 1,
      id: 'alpha.reading.later',
    })
    expect(row).toMatchObject({ action: 'reading.corrected', why: 'Typing error', before: { value: 40 } })
  })

  it('needs the version that was seen', async () => {
    const problem = await expectProblem(
      await patch(reading, 1, { value: 46, reason: 'Again' }),
      'stale-version',
    )
    expect(problem.current).toMatchObject({ version: 2, reading: { value: 45 } })
    expect(problem.base).toMatchObject({ value: 40 })
  })

  it('takes it back, so that it counts for nothing and stays to be seen, and puts it back', async () => {
    await patch(reading, 2, { withdrawn: true, reason: 'Of another county' })
    const without = await metricAt('alpha.later')
    expect(without).toMatchObject({
      readings: 0,
      latest: null,
      series: [],
      troubles: [{ kind: 'never-read' }],
    })
    expect(without.history).toMatchObject([{ reading: { withdrawnOn: '2023-03-13' }, version: 3 }])
    await patch(reading, 3, { withdrawn: false, reason: 'Right after all' })
    expect((await metricAt('alpha.later')).readings).toBe(1)
  })

  it('does not put back a reading whose place was taken', async () => {
    const first = ReadingSaved.parse(await (await post('alpha.never', newReading)).json())
    await patch(`readings/${first.item.reading.id}`, 1, { withdrawn: true, reason: 'Wrong' })
    await post('alpha.never', { ...newReading, value: 44 })
    const again = await patch(`readings/${first.item.reading.id}`, 2, { withdrawn: false, reason: 'No' })
    await expectProblem(again, 'invalid-input')
  })
})

describe('changing a metric', () => {
  it('sets its aim with a reason, and answers with the chart as it then is', async () => {
    const saved = MetricSaved.parse(
      await (await patch('metrics/alpha.fine', 1, { target: 30, baseline: 45, reason: 'Agreed' })).json(),
    )
    expect(saved.item).toMatchObject({ version: 2, metric: { target: 30, baseline: 45 } })
    expect(saved.flags.cleared).toMatchObject([{ rule: 'metric-incomplete' }])
    await expectProblem(await patch('metrics/alpha.fine', 1, { target: 31, reason: 'x' }), 'stale-version')
    await expectProblem(await patch('metrics/alpha.fine', 2, { target: 31 }), 'invalid-input')
  })

  it('gives it another name, but not that of another metric', async () => {
    const { version, metric } = await metricAt('alpha.fine')
    const other = await metricAt('alpha.chart')
    const taken = { title: other.metric.title.toUpperCase(), reason: 'x' }
    await expectProblem(await patch('metrics/alpha.fine', version, taken), 'invalid-input')
    const same = { title: `${metric.title} again`, outcome: 'Said anew', reason: 'Typing error' }
    const { item } = MetricSaved.parse(await (await patch('metrics/alpha.fine', version, same)).json())
    expect(item.metric).toMatchObject({ title: `${metric.title} again`, outcome: 'Said anew' })
  })
})

describe('the chart of a metric', () => {
  it('is a picture that says in words what it shows', async () => {
    const answer = await service.send(`${ROOT}/metrics/alpha.chart/chart.svg`, { cookie: viewer })
    expect(answer.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8')
    const picture = await answer.text()
    expect(picture).toMatch(/^<svg .*role="img"/)
    expect(picture).toContain('January 2021')
    expect(picture).not.toContain('<style')
  })

  it('is of the readings asked for, and of none that are not there', async () => {
    const address = `${ROOT}/metrics/alpha.chart/chart.svg`
    expect((await service.send(`${address}?series=percent`, { cookie: viewer })).status).toBe(200)
    await expectProblem(await service.send(`${address}?series=elsewhere`, { cookie: viewer }), 'not-found')
    const empty = await service.send(`${ROOT}/metrics/alpha.blocked/chart.svg`, { cookie: viewer })
    await expectProblem(empty, 'not-found')
  })

  it('is of the moment asked for', async () => {
    const moment = new Date().toISOString()
    await post('alpha.chart', { ...newReading, period: '2022-02' })
    const query = `?asAt=${encodeURIComponent(moment)}`
    const then = await metricAt('alpha.chart', query)
    const now = await metricAt('alpha.chart')
    expect(now.readings).toBe(then.readings + 1)
    const picture = await service.send(`${ROOT}/metrics/alpha.chart/chart.svg${query}`, { cookie: viewer })
    expect(await picture.text()).not.toContain('February 2022')
  })
})

describe('a new metric', () => {
  const add = (json: object, cookie = lead) =>
    service.send(`${ROOT}/metrics`, { cookie, json: { kind: 'survey', outcome: null, ...json } })

  it('is on record with its aim, never read, and raises what the rules say of it', async () => {
    const title = 'Bereaved people who felt supported'
    const answer = await add({ title, outcome: 'Families are supported', target: 80, unit: 'percent' })
    expect(answer.status).toBe(201)
    const { item, flags } = MetricSaved.parse(await answer.json())
    expect(item.metric).toMatchObject({ title, kind: 'survey', target: 80, direction: null })
    expect(flags.raised.map(({ rule }) => rule)).toContain('metric-incomplete')
    expect((await metricAt(item.metric.id)).troubles.map(({ text }) => text)).toEqual(['Never read'])
    await expectProblem(await add({ title: ` ${title.toUpperCase()}` }), 'invalid-input')
  })

  it('is refused without a name, with a field of its own, and to a viewer', async () => {
    await expectProblem(await add({ title: ' ' }), 'invalid-input')
    await expectProblem(await add({ title: 'Another', serves: ['nothing'] }), 'invalid-input')
    await expectProblem(await add({ title: 'Another' }, viewer), 'not-allowed')
  })
})
