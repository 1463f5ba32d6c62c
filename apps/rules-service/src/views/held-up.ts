import type { HeldUp, Service } from '@workplan/domain'
import { coverageOf, type CoverSpan, type PlaceCoverage } from '@workplan/rulebook'
import type { LoadedProgramme } from '../store/programme.ts'

type Span = Pick<CoverSpan, 'from' | 'to'>

/**
 * The required hours at which nobody would be there any more if these services stopped, by requirement and place. Hours at which
 * another service is there, however uncertain that is, are not among them.
 */
export function heldUpBy(
  services: ReadonlySet<string>,
  { records }: Pick<LoadedProgramme['state'], 'records'>,
): HeldUp[] {
  const stopped = records.service.filter(({ id }) => services.has(id))
  const without = { records: { ...records, service: records.service.filter(({ id }) => !services.has(id)) } }
  return records['coverage-requirement']
    .filter(({ id }) => stopped.some((service: Service) => service.meets.includes(id)))
    .flatMap((requirement) => {
      const left = new Map(coverageOf(requirement, without).places.map((entry) => [entry.place.id, entry]))
      const places = coverageOf(requirement, { records }).places.flatMap((now) =>
        placeLost(now, left.get(now.place.id)),
      )
      if (places.length === 0) return []
      const { id, title } = requirement
      const hours = places.reduce((sum, place) => sum + place.hours, 0)
      return [{ requirement: { kind: 'coverage-requirement', id, title }, hours, places }]
    })
}

function placeLost(now: PlaceCoverage, then: PlaceCoverage | undefined): HeldUp['places'] {
  const someone = now.spans.filter(({ state }) => state !== 'nobody')
  const nobody = then?.spans.filter(({ state }) => state === 'nobody') ?? []
  const spans = joined(someone.flatMap((span) => nobody.flatMap((gap) => overlapOf(span, gap))))
  if (spans.length === 0) return []
  const minutes = spans.reduce((sum, { from, to }) => sum + to - from, 0)
  return [{ id: now.place.id, name: now.place.name, hours: minutes / 60, spans }]
}

function overlapOf(one: Span, other: Span): Span[] {
  const span = { from: Math.max(one.from, other.from), to: Math.min(one.to, other.to) }
  return span.from < span.to ? [span] : []
}

function joined(spans: readonly Span[]): Span[] {
  const result: Span[] = []
  for (const { from, to } of spans) {
    const last = result.at(-1)
    if (last?.to === from) last.to = to
    else result.push({ from, to })
  }
  return result
}
