import type { EChartsOption, XAXisComponentOption, YAXisComponentOption } from 'echarts'
import { INK, PAGE } from '../documents/charts/level-palette.ts'

/** Quoted with single quotes: the charting library writes it into attributes as it is. */
export const CHART_FONT = "Arial, 'Liberation Sans', sans-serif"
export const CHART_WIDTH = 960

const GRID_LINE = '#d8dde0'

/** Text as it stands on the axes and in the key. */
export function plotText(fontSize: number) {
  return { fontFamily: CHART_FONT, fontSize, color: INK }
}

/** What all charts over time share: title if any, key above the plot, no movement, text alternative by ourselves. */
export function plotFrame(title: string | null, key: readonly string[]): EChartsOption {
  return {
    animation: false,
    aria: { enabled: true, label: { enabled: false } },
    backgroundColor: PAGE,
    textStyle: { fontFamily: CHART_FONT, color: INK },
    ...(title !== null && {
      title: { text: title, left: 16, top: 12, textStyle: { ...plotText(19), fontWeight: 'bold' } },
    }),
    legend: {
      data: [...key],
      left: 16,
      top: title === null ? 12 : 48,
      itemGap: 20,
      itemWidth: 16,
      itemHeight: 14,
      selectedMode: false,
      textStyle: plotText(14),
    },
  }
}

/** An axis of periods, evenly spaced, with as many labels as fit. */
export function periodAxis(periods: readonly string[]): XAXisComponentOption {
  return {
    type: 'category',
    data: [...periods],
    axisLine: { lineStyle: { color: INK } },
    axisTick: { alignWithLabel: true },
    axisLabel: { ...plotText(14), hideOverlap: true },
  }
}

/** An axis of values with its unit above it. */
export function valueAxis(unit: string): YAXisComponentOption {
  return {
    type: 'value',
    scale: true,
    name: unit,
    nameTextStyle: { ...plotText(14), align: 'left' },
    axisLabel: plotText(14),
    splitLine: { lineStyle: { color: GRID_LINE } },
  }
}
