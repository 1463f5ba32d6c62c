import { formatPartialDate, type Severity, type TrendView } from '@workplan/domain'
import type { BarSeriesOption, EChartsOption } from 'echarts'
import type { DocumentChart } from '../documents/content/document.ts'
import { INK, LEVEL_LOOKS } from '../documents/charts/level-palette.ts'
import { drawPlot } from './draw-plot.ts'
import { CHART_WIDTH, periodAxis, plotFrame, plotText, valueAxis } from './plot-style.ts'

/** `all`: what stood and what happened. `open`: only what stood, small, to be put beside something else. */
export type TrendPicture = 'all' | 'open'

const NAMES: Record<Severity, string> = { high: 'High, open', medium: 'Medium, open', low: 'Low, open' }
const LOOKS: Record<Severity, (typeof LEVEL_LOOKS)[0]> = {
  high: LEVEL_LOOKS[0],
  medium: LEVEL_LOOKS[1],
  low: LEVEL_LOOKS[3],
}

/** The flags of a programme over time, as a picture for pages and documents. */
export function trendChart(view: TrendView, picture: TrendPicture): DocumentChart {
  const title =
    picture === 'all'
      ? `Flags at the end of each ${view.step}, and what happened in it`
      : `Open flags at the end of each ${view.step}`
  return drawPlot(`trend-${picture}`, {
    option: picture === 'all' ? withHappenings(view, title) : openOnly(view),
    width: picture === 'all' ? CHART_WIDTH : 480,
    height: picture === 'all' ? 600 : 280,
    title,
    description: view.alternative,
  })
}

function openOnly(view: TrendView): EChartsOption {
  const bars = openBars(view, 0)
  return {
    ...plotFrame(null, namesOf(bars)),
    ...patterned,
    grid: { left: 48, right: 16, top: 64, bottom: 36 },
    xAxis: periodAxis(stepsInWords(view)),
    yAxis: countAxis('Flags'),
    series: bars,
  }
}

function withHappenings(view: TrendView, title: string): EChartsOption {
  const bars = [...openBars(view, 0), ...happenings(view)]
  const steps = stepsInWords(view)
  return {
    ...plotFrame(title, namesOf(bars)),
    ...patterned,
    grid: [
      { left: 64, right: 24, top: 130, height: 190 },
      { left: 64, right: 24, top: 380, height: 170 },
    ],
    xAxis: [
      { ...periodAxis(steps), gridIndex: 0 },
      { ...periodAxis(steps), gridIndex: 1 },
    ],
    yAxis: [
      { ...countAxis(`Open at the end of the ${view.step}`), gridIndex: 0 },
      { ...countAxis(`In the ${view.step}`), gridIndex: 1 },
    ],
    series: bars,
  }
}

const patterned: EChartsOption = {
  aria: { enabled: true, label: { enabled: false }, decal: { show: true } },
}

function openBars({ flags }: TrendView, axis: number): BarSeriesOption[] {
  return (['high', 'medium', 'low'] as const).map((severity) => ({
    ...bar(NAMES[severity], LOOKS[severity], axis),
    stack: 'open',
    data: flags.map(({ open }) => open[severity]),
  }))
}

function happenings({ flags }: TrendView): BarSeriesOption[] {
  return [
    {
      ...bar('New or raised again', LEVEL_LOOKS[2], 1),
      data: flags.map((point) => point.raised + point.reopened),
    },
    { ...bar('Cleared', LEVEL_LOOKS[4], 1), data: flags.map(({ cleared }) => cleared) },
    { ...bar('Accepted', LEVEL_LOOKS[5], 1), data: flags.map(({ accepted }) => accepted) },
  ]
}

function bar(name: string, { fill, decal }: (typeof LEVEL_LOOKS)[0], axis: number): BarSeriesOption {
  return {
    type: 'bar',
    name,
    xAxisIndex: axis,
    yAxisIndex: axis,
    barMaxWidth: 36,
    itemStyle: { color: fill, borderColor: INK, borderWidth: 1, decal },
  }
}

function countAxis(name: string) {
  return { ...valueAxis(name), scale: false, minInterval: 1, axisLabel: plotText(14) }
}

function namesOf(bars: readonly BarSeriesOption[]): string[] {
  return bars.map(({ name }) => String(name))
}

/** A week by its last day, a month by its name. */
function stepsInWords({ flags, step }: TrendView): string[] {
  return flags.map(({ to }) => (step === 'month' ? formatPartialDate(to.slice(0, 7)) : formatPartialDate(to)))
}
