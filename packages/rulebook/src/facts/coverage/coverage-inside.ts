import type { CoverageRequirement, Locality, ProgrammeState } from '@workplan/domain'
import { coverageOf, type PlaceCoverage } from './week-coverage.ts'

/**
 * The week of a requirement in the places that lie inside one of its places: each that has a name, then the rest of it,
 * whose id is the place's with `.rest`. Empty when nothing inside the place has a name. They count in no total: what
 * is required is required of the place.
 */
export function coverageInside(
  requirement: CoverageRequirement,
  place: Locality,
  { records }: Pick<ProgrammeState, 'records'>,
): PlaceCoverage[] {
  const named = records.locality.filter(({ within, partial }) => within === place.id && !partial)
  if (named.length === 0) return []
  const rest: Locality = {
    ...place,
    id: `${place.id}.rest`,
    name: `${place.name} outside ${listed(named.map(({ name }) => name))}`,
    within: place.id,
  }
  const places = [...named, rest]
  return coverageOf(
    { ...requirement, localities: places.map(({ id }) => id) },
    { records: { ...records, locality: [...records.locality, rest] } },
  ).places
}

function listed(names: readonly string[]): string {
  return [names.slice(0, -1).join(', '), names.at(-1)].filter(Boolean).join(' and ')
}
