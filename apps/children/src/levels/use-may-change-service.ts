import { appsOfService, type ServiceView } from '@workplan/domain'
import { useProgramme } from '@workplan/shell'

/** Whether this person may change a service here; at a past moment nobody may. */
export function useMayChangeService(): (view: ServiceView) => boolean {
  const { membership, moment } = useProgramme()
  return ({ service }) =>
    moment.value === null &&
    membership.value?.may.includes('service.update') === true &&
    appsOfService(service).includes('children')
}
