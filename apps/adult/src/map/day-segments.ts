import type { CoverRun, PlaceWeek } from '@workplan/domain'
import { DAY_MINUTES, WEEK_MINUTES } from './week-times.ts'

/** A stretch within one day: a run of cover, or hours in which nothing is required. */
export interface DaySegment {
  from: number
  to: number
  run: CoverRun | null
}

/** A place's week, day by day from Monday, each day filled from 00:00 to 24:00. */
export function daySegments({ runs }: Pick<PlaceWeek, 'runs'>, days: number): DaySegment[][] {
  return Array.from({ length: days }, (_, day) => {
    const start = day * DAY_MINUTES
    const end = start + DAY_MINUTES
    const found: DaySegment[] = []
    let at = start
    for (const run of runs) {
      const from = Math.max(run.from, start)
      const to = Math.min(run.to, end)
      if (from >= to) continue
      if (from > at) found.push({ from: at, to: from, run: null })
      found.push({ from, to, run })
      at = to
    }
    if (at < end) found.push({ from: at, to: end, run: null })
    return found
  })
}

/** Seven days, and the bank holiday where something is required on it. */
export function daysShown(places: readonly Pick<PlaceWeek, 'runs'>[]): number {
  return places.some(({ runs }) => runs.some(({ to }) => to > WEEK_MINUTES)) ? 8 : 7
}
