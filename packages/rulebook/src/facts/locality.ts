import { type FactContext, recordRef } from './context.ts'
import { type SubjectFacts, subjectMaker } from './declaration.ts'
import type { Subject } from './subject.ts'

/** What is known of one place as the papers name it. */
export const localityFacts = {
  partial: {
    label: 'Only an unnamed part is meant',
    type: 'yes-no',
    description: 'The papers name a part of a place without saying which part.',
  },
  services: {
    label: 'Services said to work there',
    type: 'number',
    unit: 'service',
    description: 'Services whose places include this one.',
  },
} as const satisfies SubjectFacts

const localitySubject = subjectMaker('locality', localityFacts)

/** One subject for each place of the programme. */
export function localitySubjects(context: FactContext): Subject[] {
  const { records } = context.state
  const serves = new Map(records['coverage-requirement'].map((entry) => [entry.id, entry.serves]))
  return records.locality.map((locality) => {
    const services = records.service.filter((service) => service.localities.includes(locality.id))
    const meets = services.flatMap((service) => service.meets)
    return localitySubject(
      {
        id: locality.id,
        title: locality.name,
        audience: [...new Set(services.flatMap((service) => service.audience))],
        workstreams: [],
        requirements: context.countsUnder(meets.flatMap((id) => serves.get(id) ?? [])),
        records: [
          recordRef('locality', locality, locality.name),
          ...services.map((service) => recordRef('service', service, service.title)),
        ],
      },
      { partial: locality.partial, services: services.length },
    )
  })
}
