import { percent, type RecordRef } from '@workplan/domain'
import { audienceInWords, missingFrom } from './audience.ts'
import { type FactContext, recordRef, requirementRef } from './context.ts'
import { type SubjectFacts, subjectMaker } from './declaration.ts'
import { hoursOnOneProvider } from './coverage/single-provider.ts'
import { totalsOfPlace } from './coverage/totals.ts'
import type { CoverState, PlaceCoverage, RequirementCoverage } from './coverage/week-coverage.ts'
import type { Subject } from './subject.ts'

/** What is known of one coverage requirement: its week of hours over all its places. */
export const coverageRequirementFacts = {
  hoursRequired: {
    label: 'Place-hours required a week',
    type: 'number',
    unit: 'hour',
    description: 'The hours required a week, added up over the places the requirement speaks of.',
  },
  hoursNotCovered: {
    label: 'Place-hours without certain cover a week',
    type: 'number',
    unit: 'hour',
    description:
      'Required hours in which no service is shown to cover the whole place without condition or doubt.',
  },
  percentCovered: {
    label: 'Share of the required hours that is covered for certain',
    type: 'number',
    unit: '%',
    description: 'Of all place-hours required; not known when no place is recorded.',
  },
  hoursPartly: {
    label: 'Hours covered in a part of the place only',
    type: 'number',
    unit: 'hour',
    description: 'Several parts together never count as the whole place.',
  },
  hoursConditional: {
    label: 'Hours that depend on a condition',
    type: 'number',
    unit: 'hour',
    description: 'Hours covered only by a service that runs on a condition, such as staffing.',
  },
  hoursUnconfirmed: {
    label: 'Hours that are not confirmed',
    type: 'number',
    unit: 'hour',
    description:
      'Hours for which a service is named but its times, place, mode or the statement itself is in doubt.',
  },
  hoursWithNobody: {
    label: 'Hours with nobody recorded',
    type: 'number',
    unit: 'hour',
    description: 'Required hours in which no service at all is recorded for the place.',
  },
  places: {
    label: 'Places it speaks of',
    type: 'number',
    unit: 'place',
    description:
      'The places that the requirement names, or all places of the programme that lie in no other.',
  },
  placesNotCovered: {
    label: 'Places with hours that are not covered for certain',
    type: 'list',
    description:
      'By name, each with how many of its required hours are not covered for certain, and how they stand.',
  },
  gapState: {
    label: 'What the programme says of gaps',
    type: 'text',
    description: 'known, none-identified or not-yet-known.',
  },
  services: {
    label: 'Services named for it',
    type: 'number',
    unit: 'service',
    description: 'Services that the papers name under the requirement.',
  },
  servicesWithoutHours: {
    label: 'Services without hours',
    type: 'number',
    unit: 'service',
    description: 'Services named for it whose hours are not given at all, which therefore cover no hour.',
  },
  hoursOnOneProvider: {
    label: 'Hours that rest on one provider',
    type: 'number',
    unit: 'hour',
    description: 'Place-hours a week in which all certain cover comes from one provider and from no other.',
  },
  providersAlone: {
    label: 'Providers that are the only cover',
    type: 'list',
    description: 'The providers that are the only certain cover of some place at some hour.',
  },
  peopleNotCovered: {
    label: 'People its duties cover and it leaves out',
    type: 'list',
    description:
      'Whom the duties and measures it serves speak of and the requirement does not; the workforce aside.',
    people: 'peopleNotCovered',
  },
} as const satisfies SubjectFacts

const coverageRequirementSubject = subjectMaker('coverage-requirement', coverageRequirementFacts)

/** One subject for each coverage requirement. */
export function coverageRequirementSubjects(context: FactContext): Subject[] {
  const { provider, service } = context.state.records
  const nameOf = new Map([
    ...service.map(({ id, title }) => [id, title] as const),
    ...provider.map(({ id, name }) => [id, name] as const),
  ])
  return context.coverage.map((coverage) => {
    const { requirement, services, totals } = coverage
    const serves = requirement.serves.flatMap((id) => context.requirements.get(id) ?? [])
    const asked = serves.flatMap((entry) => entry.audience).filter((entry) => entry !== 'workforce')
    const alone = hoursOnOneProvider(coverage.places)
    return coverageRequirementSubject(
      {
        id: requirement.id,
        title: requirement.title,
        audience: requirement.audience,
        workstreams: [],
        requirements: context.countsUnder(requirement.serves),
        records: [...coverageRefs(coverage), ...serves.map(requirementRef)],
      },
      {
        hoursRequired: totals.required,
        hoursNotCovered: totals.required - totals.inState.covered,
        percentCovered: totals.percentCovered,
        hoursPartly: totals.inState.partly,
        hoursConditional: totals.inState.conditional,
        hoursUnconfirmed: totals.inState.unconfirmed,
        hoursWithNobody: totals.inState.nobody,
        places: coverage.places.length,
        placesNotCovered: coverage.places.flatMap(notCoveredInWords),
        gapState: requirement.gapState,
        services: services.length,
        servicesWithoutHours: services.filter(
          (service) => service.hours === null && service.aroundTheClock !== true,
        ).length,
        hoursOnOneProvider: alone.hours,
        providersAlone: alone.providers.map((id) => nameOf.get(id) ?? id),
        peopleNotCovered: audienceInWords(missingFrom(requirement.audience, asked)),
      },
    )
  })
}

/**
 * Place-hours a week not covered for certain, and the share that is, over the coverage requirements that serve a
 * requirement or one below it; null when none does.
 */
export function hoursNotCoveredFor(
  requirementId: string,
  { coverage, coverageOf, requirements }: FactContext,
): { hours: number | null; percentCovered: number | null; records: RecordRef[] } {
  const found = requirements.withDescendants(requirementId).flatMap(({ id }) => coverageOf(id))
  if (found.length === 0) return { hours: null, percentCovered: null, records: [] }
  const serving = coverage.filter((entry) => found.includes(entry))
  const required = serving.reduce((sum, { totals }) => sum + totals.required, 0)
  const covered = serving.reduce((sum, { totals }) => sum + totals.inState.covered, 0)
  return {
    hours: required - covered,
    percentCovered: percent(covered, required),
    records: serving.flatMap(coverageRefs),
  }
}

function notCoveredInWords(place: PlaceCoverage): string[] {
  const { required, inState } = totalsOfPlace(place)
  if (inState.covered === required) return []
  const how = SHORT_OF_COVERED.filter(([state]) => inState[state] > 0)
  const shares = how.map(([state, words]) => (how.length === 1 ? words : `${inState[state]} ${words}`))
  return [`${place.place.name} (${required - inState.covered} of ${required} hours: ${shares.join(', ')})`]
}

const SHORT_OF_COVERED: readonly [CoverState, string][] = [
  ['partly', 'in a part of it only'],
  ['conditional', 'on a condition'],
  ['unconfirmed', 'unconfirmed'],
  ['nobody', 'nobody recorded'],
]

function coverageRefs({ requirement, services, places }: RequirementCoverage): RecordRef[] {
  return [
    recordRef('coverage-requirement', requirement, requirement.title),
    ...services.map((service) => recordRef('service', service, service.title)),
    ...places.map(({ place }) => recordRef('locality', place, place.name)),
  ]
}
