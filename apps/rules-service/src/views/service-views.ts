import type { Audience, Service, ServiceView } from '@workplan/domain'
import { type LoadedProgramme, recordKey } from '../store/programme.ts'
import { concerns } from './audience.ts'
import { flagsOn } from './record-view.ts'
import type { RecordIndex } from './record-index.ts'
import { valueInWords } from './value-in-words.ts'

/** What a list of services can be narrowed by. */
export interface ServiceFilter {
  audience?: Audience
  meets?: string
  place?: string
}

/** The services of a programme in the order of its records; one that does not say whom it serves is for everybody. */
export function serviceViews(
  programme: LoadedProgramme,
  index: RecordIndex,
  { audience, meets, place }: ServiceFilter = {},
): ServiceView[] {
  return programme.state.records.service
    .filter(
      (service) =>
        (audience === undefined || service.audience.length === 0 || concerns(service.audience, audience)) &&
        (meets === undefined || service.meets.includes(meets)) &&
        (place === undefined || service.localities.includes(place)),
    )
    .map((service) => serviceView(service, programme, index))
}

/** One service with what its ids name. */
export function serviceView(service: Service, programme: LoadedProgramme, index: RecordIndex): ServiceView {
  const { id, provider, hostProvider, hours, aroundTheClock, localities, uncertainLocalities, meets } =
    service
  return {
    service,
    version: programme.versions.get(recordKey('service', id)) ?? 1,
    providerName: provider === null ? null : index.titleOf(provider),
    hostName: hostProvider === null ? null : index.titleOf(hostProvider),
    hours: aroundTheClock === true ? 'Round the clock' : valueInWords('service', 'hours', hours, index),
    places: localities.map((place) => ({
      id: place,
      name: index.titleOf(place),
      uncertain: uncertainLocalities.includes(place),
    })),
    meets: meets.map((requirement) => ({ id: requirement, title: index.titleOf(requirement) })),
    flags: flagsOn(id, programme).filter(({ subject }) => subject.id === id),
  }
}
