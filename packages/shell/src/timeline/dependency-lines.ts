import { addDays } from '@workplan/domain'
import type { TimeScale } from './time-scale.ts'
import type { TimelineItem } from './timeline-item.ts'

/** A line from what is waited for to what waits: percent of the width, and rows from the top. */
export interface DependencyLine {
  from: string
  to: string
  x1: number
  y1: number
  x2: number
  y2: number
  /** True when what waits is expected before what it waits for. */
  tooEarly: boolean
}

/** The lines between items that are drawn and have a place; what else an item waits for stands in its words. */
export function dependencyLines(rows: readonly TimelineItem[], { at }: TimeScale): DependencyLine[] {
  const places = new Map(rows.map((item, row) => [item.id, { item, row }]))
  return rows.flatMap(({ id, forecast, waitsFor }, row) =>
    waitsFor.flatMap(({ task }) => {
      const first = task === null ? undefined : places.get(task)
      if (!forecast || !first?.item.forecast) return []
      const ends = first.item.forecast.to
      return [
        {
          from: first.item.id,
          to: id,
          x1: at(addDays(ends, 1)),
          y1: first.row + 0.5,
          x2: at(forecast.from),
          y2: row + 0.5,
          tooEarly: forecast.to < ends,
        },
      ]
    }),
  )
}

/** The line as an SVG path: along, down or up, along. */
export function linePath({ x1, y1, x2, y2 }: DependencyLine): string {
  const turn = x2 > x1 ? (x1 + x2) / 2 : x1 + 0.6
  return `M${x1} ${y1}H${turn}V${y2}H${x2}`
}
