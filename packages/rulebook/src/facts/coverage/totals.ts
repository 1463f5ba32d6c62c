import { percent } from '@workplan/domain'
import {
  COVER_STATES,
  type CoverState,
  type PlaceCoverage,
  type RequirementCoverage,
} from './week-coverage.ts'
import { hoursIn } from './week.ts'

/** Hours of a week: required, and how many stand in each state. */
export interface CoverTotals {
  required: number
  inState: Record<CoverState, number>
  /** Share of the required hours that are covered for certain; null when none are required. */
  percentCovered: number | null
}

/** The hours of one place's week. */
export function totalsOfPlace({ spans }: PlaceCoverage): CoverTotals {
  const hours = (state: CoverState) => hoursIn(spans.filter((span) => span.state === state))
  return totalsFrom(hours)
}

/** The place-hours of a requirement: the hours of all its places added up. */
export function totalsOfRequirement({ places }: RequirementCoverage): CoverTotals {
  const totals = places.map(totalsOfPlace)
  return totalsFrom((state) => totals.reduce((sum, place) => sum + place.inState[state], 0))
}

function totalsFrom(hours: (state: CoverState) => number): CoverTotals {
  const inState: Record<CoverState, number> = {
    covered: hours('covered'),
    partly: hours('partly'),
    conditional: hours('conditional'),
    unconfirmed: hours('unconfirmed'),
    nobody: hours('nobody'),
  }
  const required = COVER_STATES.reduce((sum, state) => sum + inState[state], 0)
  return { required, inState, percentCovered: percent(inState.covered, required) }
}
