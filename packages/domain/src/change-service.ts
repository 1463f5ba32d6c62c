import type { Service } from './records/coverage.ts'
import type { ServiceChange } from './service-change.ts'
import { statedNow } from './stated-now.ts'

/**
 * The service after a change. Places that somebody sets are stated; hours that somebody sets replace what the papers
 * said in words, and end that it runs round the clock unless the change says so.
 */
export function changeService(service: Service, change: ServiceChange): Service {
  const next: Service = { ...service, ...change }
  if (change.localities !== undefined) next.localitiesStated = true
  if (change.hours !== undefined) {
    next.hoursAsStated = null
    if (change.aroundTheClock === undefined) next.aroundTheClock = change.hours === null ? null : false
  }
  next.basis = statedNow(service.basis, Object.keys(change))
  return next
}
