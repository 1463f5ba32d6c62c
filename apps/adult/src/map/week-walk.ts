import type { CoverageWeek, PlaceWeek } from '@workplan/domain'
import { type DaySegment, daySegments } from './day-segments.ts'

/** A stretch that can be chosen, by its key. */
interface Step {
  key: string
  from: number
}

/** The stretches of each place that can be chosen, in order. */
export function stepsOf({ places }: Pick<CoverageWeek, 'places'>, days: number): Step[][] {
  return places.map((place) =>
    daySegments(place, days)
      .flat()
      .flatMap((segment) => (segment.run ? [{ key: keyOf(place, segment), from: segment.from }] : [])),
  )
}

/** The name of a stretch in the address: `<place>~<minute>`. */
export function keyOf({ id }: Pick<PlaceWeek, 'id'>, { from }: Pick<DaySegment, 'from'>): string {
  return `${id}~${from}`
}

/** Where a key of the keyboard leads from a stretch of a row; undefined when it leads nowhere. */
export function stepTo(
  key: string,
  steps: readonly Step[][],
  { row, from }: { row: number; from: number },
): string | undefined {
  const here = steps[row] ?? []
  const at = here.findIndex((step) => step.from === from)
  if (key === 'ArrowRight') return here[at + 1]?.key
  if (key === 'ArrowLeft') return here[at - 1]?.key
  if (key === 'Home') return here[0]?.key
  if (key === 'End') return here.at(-1)?.key
  if (key === 'ArrowDown') return sameTime(steps[row + 1], from)
  if (key === 'ArrowUp') return sameTime(steps[row - 1], from)
  return undefined
}

/** The stretch of another row that holds the same time, or the nearest one before it. */
function sameTime(row: readonly Step[] | undefined, from: number): string | undefined {
  return (row?.findLast((step) => step.from <= from) ?? row?.[0])?.key
}
