import type { EChartsOption } from 'echarts'
import { percent, type LevelFigures, type LevelSummary } from '@workplan/domain'
import { denominatorInWords, describeLevels, levelChartTitle, type Denominator } from './level-chart-text.ts'
import { renderChart } from './render-chart.ts'
import { INK, LEVEL_LOOKS, PAGE, UNANSWERED_LOOK, type SegmentLook } from './level-palette.ts'

/** Quoted with single quotes: the charting library writes it into attributes as it is. */
const CHART_FONT = "Arial, 'Liberation Sans', sans-serif"
const CHART_WIDTH = 960

const LEVELS = [0, 1, 2, 3, 4, 5] as const
const ROW_HEIGHT = 72
const HEAD_HEIGHT = 96
const FOOT_HEIGHT = 58
const LABEL_WIDTH = 250
/** Characters of 14 pixel Arial that fit the width of a label. */
const LABEL_CHARACTERS = 38
/** Segments narrower than this share have no room for their count; the table beside the chart has it. */
const LABEL_FROM_PERCENT = 3.5

/** The level chart as SVG text, 960 pixels wide and as high as its rows need. */
export function drawLevelChart(summary: LevelSummary, denominator: Denominator): string {
  return renderChart({
    option: levelChartOption(summary, denominator),
    width: CHART_WIDTH,
    height: HEAD_HEIGHT + FOOT_HEIGHT + (summary.ambitions.length + 1) * ROW_HEIGHT,
    title: levelChartTitle(denominator),
    description: describeLevels(summary, denominator),
  })
}

/**
 * The ECharts option of the level chart: one stacked bar for each ambition and one for all, levels 0 to 5 and,
 * of all measures, the unanswered ones as a segment of their own. Bars are in percent of `denominator`; segments carry their count.
 */
export function levelChartOption(summary: LevelSummary, denominator: Denominator): EChartsOption {
  const rows = [
    ...summary.ambitions.map((ambition) => ({
      ...ambition,
      heading: `Ambition ${ambition.number}`,
      text: ambition.title,
    })),
    { ...summary.total, heading: 'All ambitions', text: '' },
  ]
  const series = LEVELS.map((level) =>
    segment(`Level ${level}`, LEVEL_LOOKS[level], rows, denominator, (row) => row.countAtLevel[level]),
  )
  if (denominator === 'all')
    series.push(segment('Unanswered', UNANSWERED_LOOK, rows, denominator, (row) => row.unanswered))
  return {
    animation: false,
    aria: { enabled: true, label: { enabled: false }, decal: { show: true } },
    backgroundColor: PAGE,
    textStyle: { fontFamily: CHART_FONT, color: INK },
    title: {
      text: levelChartTitle(denominator),
      left: 16,
      top: 12,
      textStyle: { fontFamily: CHART_FONT, fontSize: 19, fontWeight: 'bold', color: INK },
    },
    legend: {
      left: 16,
      top: 50,
      itemWidth: 26,
      itemHeight: 16,
      itemGap: 18,
      selectedMode: false,
      textStyle: { fontFamily: CHART_FONT, fontSize: 15, color: INK },
    },
    grid: { left: LABEL_WIDTH + 24, right: 32, top: HEAD_HEIGHT, bottom: FOOT_HEIGHT },
    xAxis: {
      type: 'value',
      min: 0,
      max: 100,
      interval: 20,
      name: denominator === 'all' ? 'Percent of all measures' : 'Percent of answered measures',
      nameLocation: 'middle',
      nameGap: 32,
      nameTextStyle: { fontFamily: CHART_FONT, fontSize: 14, color: INK },
      axisLabel: { formatter: '{value}%', fontFamily: CHART_FONT, fontSize: 14, color: INK },
      splitLine: { lineStyle: { color: '#d8dde0' } },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: rows.map(rowLabel),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: INK } },
      axisLabel: {
        interval: 0,
        fontFamily: CHART_FONT,
        fontSize: 14,
        lineHeight: 17,
        color: INK,
        rich: {
          strong: { fontFamily: CHART_FONT, fontSize: 14, fontWeight: 'bold', lineHeight: 17, color: INK },
          small: { fontFamily: CHART_FONT, fontSize: 13, lineHeight: 17, color: '#4c6272' },
        },
      },
    },
    series,
  }
}

type Series = Extract<EChartsOption['series'], readonly unknown[]>[number]

interface Row extends LevelFigures {
  heading: string
  text: string
}

function rowLabel(row: Row): string {
  return [`{strong|${row.heading}}`, ...wrap(row.text), `{small|${denominatorInWords(row)}}`].join('\n')
}

/** Lines of whole words; the charting library loses the other line breaks of a label when it wraps by itself. */
function wrap(text: string): string[] {
  const lines: string[] = []
  for (const word of text.split(' ').filter(Boolean)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= LABEL_CHARACTERS)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

function segment(
  name: string,
  look: SegmentLook,
  rows: readonly Row[],
  denominator: Denominator,
  countOf: (row: Row) => number,
): Series {
  return {
    type: 'bar',
    name,
    stack: 'levels',
    barWidth: 34,
    itemStyle: { color: look.fill, borderColor: INK, borderWidth: 1, decal: look.decal },
    data: rows.map((row) => {
      const count = countOf(row)
      const share = percent(count, denominator === 'all' ? row.measures : row.answered) ?? 0
      return { value: share, label: { show: share >= LABEL_FROM_PERCENT, formatter: String(count) } }
    }),
    label: {
      position: 'inside',
      fontFamily: CHART_FONT,
      fontSize: 14,
      fontWeight: 'bold',
      color: INK,
      backgroundColor: PAGE,
      padding: [2, 4],
      borderRadius: 2,
    },
  }
}
