import {
  type ChartSignal,
  type ChartStretch,
  figureInWords,
  formatPartialDate,
  type Metric,
  type MetricSeries,
} from '@workplan/domain'
import type { EChartsOption, SeriesOption } from 'echarts'
import type { DocumentChart } from '../documents/content/document.ts'
import { INK, PAGE } from '../documents/charts/level-palette.ts'
import { drawPlot } from './draw-plot.ts'
import { CHART_WIDTH, periodAxis, plotFrame, plotText, valueAxis } from './plot-style.ts'

const HEIGHT = 440

/** How much room there is: a page or a document, or a phone, whose page says the title beside the picture. */
const ROOMS = {
  wide: { width: CHART_WIDTH, titled: true, gap: ' ', grid: { left: 80, right: 170, top: 110, bottom: 50 } },
  narrow: { width: 480, titled: false, gap: '\n', grid: { left: 56, right: 110, top: 110, bottom: 44 } },
} as const

export type ChartRoom = keyof typeof ROOMS
/** From the last reading to the names of the lines, in pixels; clear of its mark. */
const LABEL_DISTANCE = 14

/** How the readings of each kind are drawn: never told by colour alone. */
const LOOKS = {
  noise: { name: 'Ordinary variation', symbol: 'circle', size: 9, fill: '#4c6272' },
  better: { name: 'Change for the better', symbol: 'diamond', size: 16, fill: '#005eb8' },
  worse: { name: 'Change for the worse', symbol: 'triangle', size: 14, fill: '#c4601d' },
  changed: { name: 'Change', symbol: 'rect', size: 12, fill: '#7c2855' },
} as const

const STRENGTH: Record<keyof typeof LOOKS, number> = { noise: 0, better: 1, changed: 2, worse: 3 }

/** The run chart of a metric for pages and documents: its readings, mean, limits, target and what is more than noise. */
export function metricChart(
  metric: Pick<Metric, 'id' | 'title' | 'target' | 'baseline'>,
  series: MetricSeries,
  room: ChartRoom = 'wide',
): DocumentChart {
  const title = series.place === null ? metric.title : `${metric.title}, ${series.place}`
  return drawPlot(`run-chart-${metric.id.replaceAll('.', '-')}`, {
    option: metricChartOption(title, metric, series, room),
    width: ROOMS[room].width,
    height: HEIGHT,
    title,
    description: series.alternative,
  })
}

/** The ECharts option of a run chart. Without limits there is the line of readings and no more. */
export function metricChartOption(
  title: string,
  { target, baseline }: Pick<Metric, 'target' | 'baseline'>,
  { points, stretches, signals, unit }: MetricSeries,
  room: ChartRoom,
): EChartsOption {
  const { titled, gap, grid } = ROOMS[room]
  const kinds = points.map((_point, index) => kindOf(index, signals))
  const judged = stretches.some(({ limits }) => limits !== null)
  const lines: SeriesOption[] = [
    ...stretches.flatMap((stretch, index) =>
      limitLines(stretch, { labelled: index === stretches.length - 1, unit, gap }),
    ),
    ...levelLine('Target', target, points.length, { unit, gap }),
    ...levelLine('Baseline', baseline, points.length, { unit, gap }),
  ]
  const dots = (Object.keys(LOOKS) as (keyof typeof LOOKS)[])
    .filter((kind) => kinds.includes(kind))
    .map((kind) => dotsOf(kind, judged, kinds, points))
  const path: SeriesOption = {
    type: 'line',
    name: 'Readings in order',
    data: points.map(({ value }) => value),
    symbol: 'none',
    lineStyle: { color: '#4c6272', width: 2 },
    z: 2,
  }
  return {
    ...plotFrame(
      titled ? title : null,
      dots.map(({ name }) => String(name)),
    ),
    grid,
    xAxis: periodAxis(points.map(({ period }) => formatPartialDate(period))),
    yAxis: valueAxis(unit),
    series: [path, ...lines, ...dots],
  }
}

/** What a reading is drawn as; in more than one signal, the one that asks for most. */
function kindOf(index: number, signals: readonly ChartSignal[]): keyof typeof LOOKS {
  const kinds = signals.filter(({ from, to }) => from <= index && index <= to).map(({ kind }) => kind)
  return kinds.toSorted((one, other) => STRENGTH[other] - STRENGTH[one])[0] ?? 'noise'
}

function dotsOf(
  kind: keyof typeof LOOKS,
  judged: boolean,
  kinds: readonly (keyof typeof LOOKS)[],
  points: MetricSeries['points'],
): SeriesOption {
  const { name, symbol, size, fill } = LOOKS[kind]
  return {
    type: 'scatter',
    name: judged ? name : 'Reading',
    symbol,
    symbolSize: size,
    itemStyle: { color: fill, borderColor: PAGE, borderWidth: 1, opacity: 1 },
    data: points.map(({ value }, index) => (kinds[index] === kind ? value : null)),
    z: 4,
  }
}

/** Mean and limits of one stretch; the last one carries their values beside the plot. */
function limitLines(
  { from, to, limits }: ChartStretch,
  { labelled, unit, gap }: { labelled: boolean; unit: string; gap: string },
): SeriesOption[] {
  if (limits === null) return []
  const along = (value: number) => [
    ...Array.from({ length: from }, () => null),
    ...Array.from({ length: to - from + 1 }, () => value),
  ]
  const line = (name: string, words: string, value: number, dashed: boolean): SeriesOption => ({
    type: 'line',
    name,
    data: along(value),
    symbol: 'none',
    lineStyle: { color: INK, width: dashed ? 1.5 : 2, type: dashed ? [8, 5] : 'solid' },
    itemStyle: { color: INK },
    endLabel: {
      show: labelled,
      formatter: `${words}${gap}${figureInWords(value, unit)}`,
      ...plotText(14),
      distance: LABEL_DISTANCE,
    },
    labelLayout: { moveOverlap: 'shiftY' },
    z: 1,
  })
  return [
    line('Mean', 'Mean', limits.mean, false),
    line('Limits', 'Upper limit', limits.upper, true),
    line('Limits', 'Lower limit', limits.lower, true),
  ]
}

function levelLine(
  name: string,
  value: number | null,
  length: number,
  { unit, gap }: { unit: string; gap: string },
): SeriesOption[] {
  if (value === null) return []
  return [
    {
      type: 'line',
      name,
      data: Array.from({ length }, () => value),
      symbol: 'none',
      lineStyle: { color: name === 'Target' ? '#006747' : '#7c2855', width: 2, type: [2, 4] },
      itemStyle: { color: name === 'Target' ? '#006747' : '#7c2855' },
      endLabel: {
        show: true,
        formatter: `${name}${gap}${figureInWords(value, unit)}`,
        ...plotText(14),
        distance: LABEL_DISTANCE,
      },
      labelLayout: { moveOverlap: 'shiftY' },
      z: 1,
    },
  ]
}
