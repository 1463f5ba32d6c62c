import type { DocumentChart } from '../documents/content/document.ts'
import { type ChartDrawing, renderChart } from '../documents/charts/render-chart.ts'

/**
 * Draws a chart over time for pages and documents, the same to the byte each time. `name` sets its parts apart from those
 * of other charts in one page: lower-case letters, digits and hyphens.
 */
export function drawPlot(name: string, drawing: ChartDrawing): DocumentChart {
  const { width, height, title, description } = drawing
  return { svg: named(name, renderChart(drawing)), width, height, title, description }
}

/** The charting library numbers the parts of all charts it ever drew, and names styles that are left out. */
function named(name: string, svg: string): string {
  return svg
    .replaceAll(/ class="zr\d+-cls-\d+"/g, '')
    .replaceAll(/\bzr\d+-c(\d+)/g, `${name}-clip-$1`)
    .replaceAll(/(?<=")chart-(title|description)(?=")/g, `${name}-$1`)
}
