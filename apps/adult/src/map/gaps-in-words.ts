import type { CoverState, PlaceWeek } from '@workplan/domain'
import { COVER_STATES } from './cover-looks.ts'
import { whenInWords } from './week-times.ts'

/** All hours of one place that fall short of cover in the same way. */
export interface Gap {
  place: PlaceWeek
  state: Exclude<CoverState, 'covered'>
  hours: number
  /** When the first of them begins, in minutes from Monday 00:00. */
  from: number
  /** 'South Gloucestershire: nobody, 20:00 to 08:00 every night'. */
  words: string
}

const SHORT = COVER_STATES.filter((state) => state !== 'covered').toReversed()

const SAID: Record<Gap['state'], string> = {
  nobody: 'nobody',
  unconfirmed: 'not confirmed',
  conditional: 'only on a condition',
  partly: 'only in a part of it',
}

/** What is not covered for certain, place by place, the least sure first. */
export function gapsOf(places: readonly PlaceWeek[]): Gap[] {
  return places.flatMap((place) =>
    SHORT.flatMap((state) => {
      const runs = place.runs.filter((run) => run.state === state)
      const [first] = runs
      if (!first) return []
      const words = `${place.name}: ${SAID[state]}, ${whenInWords(runs)}`
      return [{ place, state, hours: place.totals.inState[state], from: first.from, words }]
    }),
  )
}
