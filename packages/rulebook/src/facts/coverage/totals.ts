import { percent } from '@workplan/domain'
import {
  COVER_STATES,
  type CoverState,
  type PlaceCoverage,
  type RequirementCoverage,
} from './week-coverage.ts'

/** Hours of a week: required, and how many stand in each state. */
export interface CoverTotals {
  required: number
  inState: Record<CoverState, number>
  /** Share of the required hours that are covered for certain; null when none are required. */
  percentCovered: number | null
}

/** The hours of one place's week. */
export function totalsOfPlace({ spans }: PlaceCoverage): CoverTotals {
  const inState = noHours()
  for (const { from, to, state } of spans) inState[state] += to - from
  for (const state of COVER_STATES) inState[state] /= 60
  return totalsFrom(inState)
}

/** The place-hours of a requirement: the hours of all its places added up. */
export function totalsOfRequirement({ places }: Pick<RequirementCoverage, 'places'>): CoverTotals {
  const sum = noHours()
  for (const { inState } of places.map(totalsOfPlace))
    for (const state of COVER_STATES) sum[state] += inState[state]
  return totalsFrom(sum)
}

function noHours(): Record<CoverState, number> {
  return { covered: 0, partly: 0, conditional: 0, unconfirmed: 0, nobody: 0 }
}

function totalsFrom(inState: Record<CoverState, number>): CoverTotals {
  const required = COVER_STATES.reduce((sum, state) => sum + inState[state], 0)
  return { required, inState, percentCovered: percent(inState.covered, required) }
}
