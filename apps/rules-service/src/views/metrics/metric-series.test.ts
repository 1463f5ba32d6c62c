import { describe, expect, it } from 'vitest'
import { metricOf, monthlyReadings, readingOf } from '../../testing/metric.ts'
import { seriesOf } from './metric-series.ts'

const steady = [11, 13, 11, 13, 11, 13, 11, 13, 11, 13, 11, 13]
const lower = [10, 9, 10, 9, 10, 9, 10]
const metric = metricOf('m')

const tell = (values: readonly number[], change: Parameters<typeof metricOf>[1] = {}) => {
  const [series] = seriesOf({ ...metric, ...change }, monthlyReadings('m', values))
  if (!series) throw new Error('there is no series')
  return series
}

describe('what the readings of a metric tell', () => {
  it('is nothing yet with eleven of them', () => {
    const series = tell(steady.slice(0, 11))
    expect(series.verdict).toEqual({
      kind: 'too-few',
      text: 'Too few readings to tell a change from noise: 11 of the 12 readings that limits need.',
    })
    expect(series.stretches).toMatchObject([{ from: 0, to: 10, limits: null }])
    expect(series.alternative).toMatch(/^11 readings, January 2021 to November 2021\. The latest is 11%\./)
  })

  it('is no change while they vary as before, with the limits and what they rest on', () => {
    const series = tell(steady)
    expect(series.verdict.kind).toBe('noise')
    expect(series.stretches[0]).toMatchObject({
      limits: { mean: 12 },
      basis: 'the first 12 readings, January 2021 to December 2021',
    })
    expect(series.stretches[0]?.limits?.upper).toBeCloseTo(17.32)
  })

  it.each([
    ['decrease', 'better'],
    ['increase', 'worse'],
    ['maintain', 'worse'],
    [null, 'changed'],
  ] as const)('of a value that should %s, when it falls, is %s', (direction, kind) => {
    const series = tell([...steady, ...lower], { direction })
    expect(series.verdict.kind).toBe(kind)
    expect(series.signals).toMatchObject([{ kind, from: 12, to: 18 }])
    expect(series.verdict.text).toContain(
      'January 2022 to July 2022: 7 readings in a row are below the mean of 12%',
    )
  })

  it('is an earlier change, once the latest reading is no part of it', () => {
    const series = tell([...steady, ...lower, 13])
    expect(series.verdict.kind).toBe('noise')
    expect(series.verdict.text).toContain('The last such change: January 2022 to July 2022')
  })

  it('begins anew where limits are drawn anew', () => {
    const series = tell([...steady, ...lower], { limitsFrom: '2022-01' })
    expect(series.stretches).toMatchObject([
      { from: 0, to: 11, limits: { mean: 12 } },
      { from: 12, to: 18, limits: null },
    ])
    expect(series.verdict.text).toContain('7 of the 12 readings that limits need since limits are drawn anew')
    const later = tell([...steady, ...lower, ...lower], { limitsFrom: '2022-01' })
    expect(later.stretches[1]?.limits?.mean).toBeLessThan(10)
    expect(later.signals).toEqual([])
    const outside = tell([...steady, ...lower, ...lower, 30], { limitsFrom: '2022-01' })
    expect(outside.signals).toMatchObject([{ kind: 'worse', from: 26, to: 26 }])
    expect(outside.verdict.text).toContain('March 2023: 30% is above the upper limit')
  })

  it('says whether the target can be counted on', () => {
    expect(tell(steady, { target: 12 }).target).toContain('by chance')
    expect(tell(steady, { target: 5 }).target).toContain('no reading can be expected')
    expect(tell(steady, { target: 20 }).target).toContain('every reading can be expected')
    expect(tell(steady, { target: 12, direction: null }).target).toBeNull()
    expect(tell(steady.slice(0, 5), { target: 12 }).target).toBeNull()
  })
})

describe('the series of a metric', () => {
  it('keep places and units apart, the longest first, in the order of time', () => {
    const readings = [
      readingOf('a', 'm', { period: '2023-02', value: 2, place: 'hospital' }),
      readingOf('b', 'm', { period: '2022', value: 1, place: 'hospital' }),
      readingOf('c', 'm', { period: '2023-01', unit: 'deaths' }),
    ]
    const series = seriesOf(metric, readings)
    expect(series.map(({ key }) => key)).toEqual(['hospital, percent', 'deaths'])
    expect(series[0]?.points.map(({ value }) => value)).toEqual([1, 2])
  })

  it('leave out what was taken back or has no period', () => {
    const readings = [
      readingOf('a', 'm', { withdrawnOn: '2023-03-01' }),
      readingOf('b', 'm', { period: null }),
    ]
    expect(seriesOf(metric, readings)).toEqual([])
  })
})
