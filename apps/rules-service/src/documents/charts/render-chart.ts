import { BarChart } from 'echarts/charts'
import { AriaComponent, GridComponent, LegendComponent, TitleComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import type { EChartsOption } from 'echarts'

use([AriaComponent, BarChart, GridComponent, LegendComponent, TitleComponent, SVGRenderer])

/** A chart ready to draw: what it shows, how large (in pixels), and the same in words. */
export interface ChartDrawing {
  option: EChartsOption
  width: number
  height: number
  title: string
  description: string
}

/**
 * Draws a chart as SVG text, without a browser. Title and description are written into the picture, because the
 * charting library names nothing by itself outside a browser.
 */
export function renderChart(drawing: ChartDrawing): string {
  const { width, height } = drawing
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height })
  try {
    chart.setOption(drawing.option)
    return withTextAlternative(withoutPointerStyles(chart.renderToSVGString()), drawing)
  } finally {
    chart.dispose()
  }
}

/** A picture answers to no pointer, and a page's content policy would refuse its style element. */
function withoutPointerStyles(svg: string): string {
  return svg.replace(/<style[^>]*>[\s\S]*?<\/style>/g, '')
}

function withTextAlternative(svg: string, { title, description }: ChartDrawing): string {
  const words = `<title id="chart-title">${escapeXml(title)}</title><desc id="chart-description">${escapeXml(description)}</desc>`
  return svg.replace(
    /^<svg([^>]*)>/,
    (_match, attributes: string) =>
      `<svg${attributes} role="img" aria-labelledby="chart-title" aria-describedby="chart-description">${words}`,
  )
}

function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
