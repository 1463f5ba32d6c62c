import { expect, it } from 'vitest'
import { metricOf, monthlyReadings } from '../testing/metric.ts'
import { seriesOf } from '../views/metrics/metric-series.ts'
import { type ChartRoom, metricChart } from './metric-chart.ts'

const steady = [41, 43, 41, 43, 41, 43, 41, 43, 41, 43, 41, 43]
const fallen = [...steady, 40, 39, 40, 39, 40, 39, 40]

function chartOf(
  values: readonly number[],
  change: Parameters<typeof metricOf>[1] = {},
  room: ChartRoom = 'wide',
) {
  const metric = metricOf('m', change)
  const [series] = seriesOf(metric, monthlyReadings('m', values))
  if (!series) throw new Error('there is no series')
  return metricChart(metric, series, room)
}

it('draws the limits, the target and the change by name, and says it in words', () => {
  const { svg, description } = chartOf(fallen, { target: 35, title: 'Deaths <in> hospital & hospice' })
  for (const words of ['Mean 42%', 'Upper limit 47.32%', 'Lower limit 36.68%', 'Target 35%'])
    expect(svg).toContain(words)
  expect(svg).toContain('>Change for the better<')
  expect(svg).toContain('>Ordinary variation<')
  expect(svg).toContain('<title id="run-chart-m-title">Deaths &lt;in&gt; hospital &amp; hospice</title>')
  expect(svg).toMatch(/<desc id="run-chart-m-description">19 readings, January 2021 to July 2022\./)
  expect(description).toContain('7 readings in a row are below the mean of 42%')
})

it('draws no limits and no verdict with too few readings', () => {
  const { svg, description } = chartOf(steady.slice(0, 6))
  expect(svg).not.toMatch(/limit \d|Mean \d|Ordinary variation/)
  expect(svg).toContain('>Reading<')
  expect(description).toContain('Too few readings to tell')
})

it('draws the same picture each time, and one that a page may show', () => {
  const { svg } = chartOf(fallen)
  expect(chartOf(fallen).svg === svg).toBe(true)
  expect(svg).toContain('aria-labelledby="run-chart-m-title" aria-describedby="run-chart-m-description"')
  expect(svg).not.toMatch(/<style|<script|NaN/)
})

it('draws the same in less room, without the title that the page says', () => {
  const { svg, width } = chartOf(fallen, { title: 'Deaths' }, 'narrow')
  expect(width).toBe(480)
  expect(svg).toContain('>Change for the better<')
  expect(svg).not.toMatch(/<text[^>]*>Deaths</)
})
