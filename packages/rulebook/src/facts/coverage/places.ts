import type { CoverageRequirement, Locality, Service } from '@workplan/domain'

/** How a service stands to a place: all of it, a part of it, perhaps, or not at all. */
export type Reach = 'whole' | 'part' | 'uncertain' | 'none'

/** The places a requirement speaks of: those it names, otherwise every place that lies in no other. */
export function placesOf(requirement: CoverageRequirement, localities: readonly Locality[]): Locality[] {
  const named = new Set(requirement.localities)
  return localities.filter((locality) =>
    named.size > 0 ? named.has(locality.id) : locality.within === null && !locality.partial,
  )
}

/**
 * How far a service reaches into a place. A service for a place inside it, or for unnamed parts of it, reaches a part:
 * several parts together never prove the whole. A service that does not say where it works is uncertain everywhere, and
 * one for unnamed parts of a place is uncertain for each place inside it.
 */
export function reachOf(
  service: Pick<Service, 'localities' | 'localitiesStated' | 'uncertainLocalities'>,
  place: Locality,
  localities: ReadonlyMap<string, Locality>,
): Reach {
  if (!service.localitiesStated || service.localities.length === 0) return 'uncertain'
  const around = new Set([place.id, ...outwards(place, localities)])
  if (service.localities.some((id) => around.has(id)))
    return service.uncertainLocalities.some((id) => around.has(id)) ? 'uncertain' : 'whole'
  const inside = service.localities.some((id) => {
    const locality = localities.get(id)
    return locality !== undefined && outwards(locality, localities).includes(place.id)
  })
  if (inside) return 'part'
  const perhaps = service.localities.some((id) => {
    const locality = localities.get(id)
    return locality?.partial === true && locality.within !== null && around.has(locality.within)
  })
  return perhaps ? 'uncertain' : 'none'
}

/** The places that a place lies in, nearest first. */
function outwards(place: Locality, localities: ReadonlyMap<string, Locality>): string[] {
  const found: string[] = []
  let within = place.within
  while (within !== null && !found.includes(within)) {
    found.push(within)
    within = localities.get(within)?.within ?? null
  }
  return found
}
