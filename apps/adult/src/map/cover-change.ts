import type { CoverageWeek, CoverRun, CoverState } from '@workplan/domain'
import { coverLooks } from './cover-looks.ts'
import { type Stretch, whenInWords } from './week-times.ts'

/** Hours of one place that would stand otherwise after a change. */
export interface CoverChange {
  place: string
  /** They would be covered for certain. */
  closes: boolean
  hours: number
  /** 'North Somerset: in part to covered, 18:30 to 08:00 every night'. */
  words: string
}

/** What a change would do to each place's week; empty when no hour would stand otherwise. */
export function coverChanges(before: CoverageWeek, after: CoverageWeek): CoverChange[] {
  return before.places.flatMap((place) => {
    const then = after.places.find(({ id }) => id === place.id)
    if (!then) return []
    const moved = differences(place.runs, then.runs)
    const groups = Map.groupBy(moved, ({ from, to }) => `${wordOf(from)} to ${wordOf(to)}`)
    return [...groups].map(([words, group]) => {
      const stretches = group.map(({ stretch }) => stretch)
      return {
        place: place.name,
        closes: group.every(({ to }) => to === 'covered'),
        hours: stretches.reduce((sum, { from, to }) => sum + (to - from) / 60, 0),
        words: `${place.name}: ${words}, ${whenInWords(stretches)}`,
      }
    })
  })
}

interface Moved {
  from: CoverState
  to: CoverState
  stretch: Stretch
}

function differences(before: readonly CoverRun[], after: readonly CoverRun[]): Moved[] {
  return before.flatMap((run) =>
    after.flatMap((other) => {
      const stretch = { from: Math.max(run.from, other.from), to: Math.min(run.to, other.to) }
      if (stretch.from >= stretch.to || run.state === other.state) return []
      return [{ from: run.state, to: other.state, stretch }]
    }),
  )
}

function wordOf(state: CoverState): string {
  return coverLooks[state].word.toLowerCase()
}
