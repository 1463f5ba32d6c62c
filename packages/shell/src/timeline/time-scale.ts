import { addDays, daysBetween, quarterOf, quarterPeriod, type IsoDate, type Period } from '@workplan/domain'
import type { TimelineItem } from './timeline-item.ts'

/** A quarter of the financial year on the timeline: its name, and where it lies in percent of the width. */
export interface ScaleQuarter {
  name: string
  year: string
  left: number
  width: number
}

/** The days that a timeline spans, in whole quarters. */
export interface TimeScale {
  period: Period
  quarters: ScaleQuarter[]
  /** Where a day begins, in percent of the width. */
  at: (day: IsoDate) => number
}

/** Fewest quarters a timeline shows: fewer would look as if the plan ended there. */
const FEWEST = 4

/** The scale on which everything that is known of the items, and today, has its place. */
export function timeScale(items: readonly TimelineItem[], today: IsoDate): TimeScale {
  const days = items.flatMap(({ forecast, baseline }) =>
    [forecast, baseline].flatMap((period) => (period ? [period.from, period.to] : [])),
  )
  const first = quarterPeriod(quarterOf(days.reduce((a, b) => (b < a ? b : a), today)))
  const last = days.reduce((a, b) => (b > a ? b : a), today)
  const periods: Period[] = [first]
  while (periods.length < FEWEST || (periods.at(-1)?.to ?? last) < last)
    periods.push(quarterPeriod(quarterOf(addDays(periods.at(-1)?.to ?? last, 1))))
  const period = { from: first.from, to: periods.at(-1)?.to ?? first.to }
  const length = daysBetween(period.from, period.to) + 1
  const at = (day: IsoDate) => (daysBetween(period.from, day) / length) * 100
  return {
    period,
    at,
    quarters: periods.map(({ from, to }) => {
      const { year, quarter } = quarterOf(from)
      return { name: `Q${quarter}`, year, left: at(from), width: at(addDays(to, 1)) - at(from) }
    }),
  }
}

/** Where a period lies, in percent of the width; both its ends belong to it. */
export function placeOf({ from, to }: Period, { at }: TimeScale): { left: number; width: number } {
  const left = at(from)
  return { left, width: at(addDays(to, 1)) - left }
}
