import type * as Echarts from 'echarts'

/** The library in one file, which loads ten times as fast as its hundreds of modules, and has no types of its own. */
const BUNDLE: string = 'echarts/dist/echarts.esm.min'
const { init } = (await import(BUNDLE)) as Pick<typeof Echarts, 'init'>

/** A chart ready to draw: what it shows, how large (in pixels), and the same in words. */
export interface ChartDrawing {
  option: Echarts.EChartsOption
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
    return withTextAlternative(numberedAfresh(withoutPointerStyles(chart.renderToSVGString())), drawing)
  } finally {
    chart.dispose()
  }
}

/** A picture answers to no pointer, and a page's content policy would refuse its style element. */
function withoutPointerStyles(svg: string): string {
  return svg.replace(/<style[^>]*>[\s\S]*?<\/style>/g, '')
}

/** The charting library counts the parts of all charts that it ever drew; in a picture of ours they begin at nought. */
function numberedAfresh(svg: string): string {
  const styles = new Map<string, number>()
  return svg
    .replaceAll(/(?<=["#])zr\d+-/g, 'zr0-')
    .replaceAll(/(?<="zr0-cls-)\d+(?=")/g, (style) =>
      String(styles.get(style) ?? (styles.set(style, styles.size), styles.size - 1)),
    )
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
