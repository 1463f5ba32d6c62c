import type { CoverageRequirement, Locality, ProgrammeState, Service } from '@workplan/domain'
import { covers } from '../audience.ts'
import { placesOf, reachOf } from './places.ts'
import { ALWAYS, daysWithoutTimes, type Span, spansOf } from './week.ts'

/**
 * How sure it is that somebody is there, from firm to none: `covered` for the whole place; `partly` for a part of it;
 * `conditional` on something such as staffing; `unconfirmed` because hours, place, mode or the statement itself is in
 * doubt; `nobody` recorded.
 */
export type CoverState = 'covered' | 'partly' | 'conditional' | 'unconfirmed' | 'nobody'

export const COVER_STATES: readonly CoverState[] = [
  'covered',
  'partly',
  'conditional',
  'unconfirmed',
  'nobody',
]

/** A stretch of the required hours in which one place stands the same way, with the services that make it so. */
export interface CoverSpan extends Span {
  state: CoverState
  services: Service[]
}

export interface PlaceCoverage {
  place: Locality
  /** The required hours in order, without gaps or overlaps. */
  spans: CoverSpan[]
}

export interface RequirementCoverage {
  requirement: CoverageRequirement
  /** Every service that says that it meets the requirement. */
  services: Service[]
  places: PlaceCoverage[]
}

/** The week of one coverage requirement, place by place: required hours against the services that meet it. */
export function coverageOf(
  requirement: CoverageRequirement,
  state: Pick<ProgrammeState, 'records'>,
): RequirementCoverage {
  const localities = new Map(state.records.locality.map((locality) => [locality.id, locality]))
  const services = state.records.service.filter((service) => service.meets.includes(requirement.id))
  const required = spansOf(requirement.required)
  const offers = services
    .filter((service) => givesWhatIsAsked(service, requirement))
    .map((service) => offerOf(service, requirement))
  const places = placesOf(requirement, state.records.locality).map((place) => ({
    place,
    spans: spansOfPlace(
      required,
      offers.flatMap((offer) => presenceIn(place, offer, localities)),
    ),
  }))
  return { requirement, services, places }
}

/** What one service offers wherever it works: its hours, those without times apart, and how sure they are. */
interface Offer {
  service: Service
  timed: readonly Span[]
  untimed: readonly Span[]
  state: CoverState
}

function offerOf(service: Service, requirement: CoverageRequirement): Offer {
  const hours = service.hours ?? []
  return {
    service,
    timed: service.aroundTheClock === true ? ALWAYS : spansOf(hours),
    untimed: daysWithoutTimes(hours),
    state: weakest([
      service.conditional === null ? 'covered' : 'conditional',
      isInDoubt(service, requirement) ? 'unconfirmed' : 'covered',
    ]),
  }
}

/** A stretch in which one service is there, with the firmest state that its statements allow. */
interface Presence extends Span {
  service: Service
  state: CoverState
}

/** What an offer comes to in one place. */
function presenceIn(place: Locality, offer: Offer, localities: ReadonlyMap<string, Locality>): Presence[] {
  const { service, timed, untimed } = offer
  const reach = reachOf(service, place, localities)
  if (reach === 'none') return []
  const here = reach === 'whole' ? 'covered' : reach === 'part' ? 'partly' : 'unconfirmed'
  const state = weakest([here, offer.state])
  return [
    ...timed.map(({ from, to }) => ({ from, to, service, state })),
    ...untimed.map(({ from, to }) => ({ from, to, service, state: 'unconfirmed' as const })),
  ]
}

/** False when a service is for others, or only given in ways that do not count. What it leaves unsaid may still fit. */
function givesWhatIsAsked(service: Service, { audience, modes }: CoverageRequirement): boolean {
  const forOthers = service.audience.length > 0 && !covers(service.audience, audience)
  const stated = service.modes.filter((mode) => mode !== 'not-stated')
  const otherWay = modes.length > 0 && stated.length > 0 && !stated.some((mode) => modes.includes(mode))
  return !forOthers && !otherWay
}

/** True when its mode, its audience or the statement itself is open. A query about a place is counted for that place. */
function isInDoubt(service: Service, { modes }: CoverageRequirement): boolean {
  const modeUnsaid = modes.length > 0 && !service.modes.some((mode) => modes.includes(mode))
  const queried = service.queries.length > 0 && service.uncertainLocalities.length === 0
  return modeUnsaid || queried || service.audience.length === 0
}

function spansOfPlace(required: readonly Span[], offers: readonly Presence[]): CoverSpan[] {
  const edges = edgesOf(required.concat(offers))
  const spans: CoverSpan[] = []
  for (let index = 0; index + 1 < edges.length; index += 1) {
    const from = edges[index] as number
    const to = edges[index + 1] as number
    if (!required.some((span) => span.from <= from && to <= span.to)) continue
    const present = offers.filter((offer) => offer.from <= from && to <= offer.to)
    const state = firmest(present.map((offer) => offer.state))
    const services = present.filter((offer) => offer.state === state).map((offer) => offer.service)
    const last = spans.at(-1)
    if (last && last.to === from && last.state === state && sameServices(last.services, services))
      last.to = to
    else spans.push({ from, to, state, services })
  }
  return spans
}

/** Every minute at which a span begins or ends, each once and in order. */
function edgesOf(all: readonly Span[]): Int32Array {
  const edges = new Int32Array(2 * all.length)
  for (const [index, { from, to }] of all.entries()) {
    edges[2 * index] = from
    edges[2 * index + 1] = to
  }
  edges.sort()
  return edges.filter((edge, index) => edge !== edges[index - 1])
}

function sameServices(one: readonly Service[], other: readonly Service[]): boolean {
  return one.length === other.length && one.every((service, index) => service === other[index])
}

function firmest(states: readonly CoverState[]): CoverState {
  return COVER_STATES.find((state) => states.includes(state)) ?? 'nobody'
}

function weakest(states: readonly CoverState[]): CoverState {
  return COVER_STATES.findLast((state) => states.includes(state)) ?? 'nobody'
}
