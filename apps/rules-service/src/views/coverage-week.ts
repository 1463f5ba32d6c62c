import type { CoverageRequirement, CoverageWeek, CoverRun, Locality, PlaceWeek } from '@workplan/domain'
import {
  coverageInside,
  coverageOf,
  type CoverSpan,
  type PlaceCoverage,
  totalsOfPlace,
  totalsOfRequirement,
} from '@workplan/rulebook'
import type { LoadedProgramme } from '../store/programme.ts'

type Records = Pick<LoadedProgramme['state'], 'records'>

/** The week of a coverage requirement as the rules see it, with the places inside its places beneath each. */
export function coverageWeek(requirement: CoverageRequirement, state: Records): CoverageWeek {
  const coverage = coverageOf(requirement, state)
  const localities = new Map(state.records.locality.map((locality) => [locality.id, locality]))
  return {
    requirement: requirement.id,
    title: requirement.title,
    totals: totalsOfRequirement(coverage),
    places: coverage.places.flatMap((counted) => [
      placeWeek(counted, null, localities),
      ...coverageInside(requirement, counted.place, state).map((inner) =>
        placeWeek(inner, counted.place.id, localities),
      ),
    ]),
  }
}

function placeWeek(
  coverage: PlaceCoverage,
  inside: string | null,
  localities: ReadonlyMap<string, Locality>,
): PlaceWeek {
  const { place, spans } = coverage
  return {
    id: place.id,
    name: place.name,
    inside,
    recorded: localities.has(place.id),
    totals: totalsOfPlace(coverage),
    runs: spans.map((span) => coverRun(span, place, localities)),
  }
}

function coverRun(
  { from, to, state, services }: CoverSpan,
  place: Locality,
  localities: ReadonlyMap<string, Locality>,
): CoverRun {
  const named = new Set(state === 'partly' ? services.flatMap((service) => service.localities) : [])
  const parts = [...named].flatMap((id) => {
    const locality = localities.get(id)
    return locality && liesIn(locality, place.id, localities) ? [{ id, name: locality.name }] : []
  })
  return { from, to, state, services: services.map(({ id }) => id), parts }
}

function liesIn(locality: Locality, place: string, localities: ReadonlyMap<string, Locality>): boolean {
  const passed = new Set<string>()
  for (let at: Locality | undefined = locality; at?.within && !passed.has(at.id);) {
    if (at.within === place) return true
    passed.add(at.id)
    at = localities.get(at.within)
  }
  return false
}
