import type { Service } from '@workplan/domain'
import { hasSignal, isGarbledHours } from '../lexicon/read-signals.ts'
import { type FactContext, recordRef } from './context.ts'
import { type SubjectFacts, subjectMaker } from './declaration.ts'
import type { Subject } from './subject.ts'

/** What is known of one service as the papers describe it. */
export const serviceFacts = {
  openStatements: {
    label: 'Statements to be confirmed',
    type: 'list',
    description: 'What the papers say of it as a question, as to be confirmed, or garbled.',
  },
  openStatementsCount: {
    label: 'Number of statements to be confirmed',
    type: 'number',
    unit: 'statement',
    description: 'How many statements about the service are open.',
  },
  isConditional: {
    label: 'It runs on a condition',
    type: 'yes-no',
    description: 'The papers name a condition on which the service runs, such as staffing.',
  },
  condition: { label: 'The condition', type: 'text', description: 'The condition on which it runs.' },
  hoursStated: {
    label: 'Its hours are given',
    type: 'yes-no',
    description: 'Opening hours with times are given for at least one day, or it runs round the clock.',
  },
  daysWithoutTimes: {
    label: 'Days without times',
    type: 'number',
    unit: 'day',
    description: 'Days on which it is said to run and no times are given.',
  },
  placesStated: {
    label: 'Its places are given',
    type: 'yes-no',
    description: 'The papers say where the service works.',
  },
  partPlaces: {
    label: 'Places covered in part',
    type: 'list',
    description: 'Places of which the papers name only a part without saying which.',
  },
  partPlacesCount: {
    label: 'Number of places covered in part',
    type: 'number',
    unit: 'place',
    description: 'How many of its places are only a part of a place that is not named.',
  },
  meetsRequirements: {
    label: 'Coverage requirements it counts towards',
    type: 'number',
    unit: 'coverage requirement',
    description: 'Coverage requirements that the papers name it under.',
  },
  audienceStated: {
    label: 'Whom it serves is stated',
    type: 'yes-no',
    description: 'The papers say whether it serves adults, children and young people, or all.',
  },
  capacityConcern: {
    label: 'A concern about capacity is stated',
    type: 'yes-no',
    description:
      'The papers say that the service falls short of need, or its text speaks of waiting lists or too few resources.',
  },
  restsOnOnePerson: {
    label: 'It rests on one person or provider',
    type: 'yes-no',
    description: 'Its text says that one nurse, one doctor or a sole provider is all there is.',
  },
  reducedDays: {
    label: 'Days with fewer staff',
    type: 'list',
    description: 'Days on which the papers say that the service runs with fewer people.',
  },
  reducedDaysCount: {
    label: 'Number of days with fewer staff',
    type: 'number',
    unit: 'day',
    description: 'How many days a week, bank holidays as one, it runs with fewer people.',
  },
} as const satisfies SubjectFacts

const serviceSubject = subjectMaker('service', serviceFacts)

/** One subject for each service. */
export function serviceSubjects(context: FactContext): Subject[] {
  const { records } = context.state
  const localities = new Map(records.locality.map((locality) => [locality.id, locality]))
  const requirements = new Map(records['coverage-requirement'].map((entry) => [entry.id, entry]))
  return records.service.map((service) => {
    const meets = service.meets.flatMap((id) => requirements.get(id) ?? [])
    const open = [...service.queries, ...[service.description].filter(isInDoubt), ...garbledHours(service)]
    const hours = service.hours ?? []
    const timed = hours.some(({ from, to }) => from !== null && to !== null)
    const partPlaces = service.localities.flatMap((id) => {
      const locality = localities.get(id)
      return locality?.partial ? [locality.name] : []
    })
    return serviceSubject(
      {
        id: service.id,
        title: service.title,
        audience: service.audience,
        workstreams: [],
        requirements: context.countsUnder(meets.flatMap((entry) => entry.serves)),
        records: [
          recordRef('service', service, service.title),
          ...meets.map((entry) => recordRef('coverage-requirement', entry, entry.title)),
        ],
      },
      {
        openStatements: open,
        openStatementsCount: open.length,
        isConditional: service.conditional !== null,
        condition: service.conditional,
        hoursStated: service.aroundTheClock === true || timed,
        daysWithoutTimes: hours
          .filter(({ from, to }) => from === null || to === null)
          .reduce((sum, { days }) => sum + days.length, 0),
        placesStated: service.localitiesStated && service.localities.length > 0,
        partPlaces,
        partPlacesCount: partPlaces.length,
        meetsRequirements: meets.length,
        audienceStated: service.audience.length > 0,
        capacityConcern:
          service.capacityConcern || hasSignal('short-of-need', service.capacity, service.description),
        restsOnOnePerson: hasSignal(
          'single-cover',
          service.hoursAsStated,
          service.capacity,
          service.description,
        ),
        reducedDays: service.reducedDays.map((day) => DAY_NAMES[day]),
        reducedDaysCount: service.reducedDays.length,
      },
    )
  })
}

/** Opening times that cannot be meant as they stand, unless a query names them already. */
function garbledHours({ hoursAsStated, queries }: Service): string[] {
  if (hoursAsStated === null || !isGarbledHours(hoursAsStated)) return []
  return queries.some((query) => query.includes(hoursAsStated)) ? [] : [`opening times '${hoursAsStated}'`]
}

const DAY_NAMES: Record<Service['reducedDays'][number], string> = {
  mon: 'Mondays',
  tue: 'Tuesdays',
  wed: 'Wednesdays',
  thu: 'Thursdays',
  fri: 'Fridays',
  sat: 'Saturdays',
  sun: 'Sundays',
  'bank-holiday': 'bank holidays',
}

function isInDoubt(text: string | null): text is string {
  return hasSignal('to-be-confirmed', text) || hasSignal('question', text)
}
