import type { Service, ServiceChange } from '@workplan/domain'

/**
 * The change that takes a change of a service back. Null where a change cannot bring back what was there: new hours replace
 * what the papers said in words, and named places replace that none were stated.
 */
export function wayBack(service: Service, change: ServiceChange): ServiceChange | null {
  if (change.hours !== undefined && service.hoursAsStated !== null) return null
  if (change.localities !== undefined && !service.localitiesStated) return null
  const values = new Map<string, unknown>(Object.entries(service))
  const touched = Object.keys(change)
  if (change.hours !== undefined) touched.push('aroundTheClock')
  return Object.fromEntries(touched.map((field) => [field, values.get(field)]))
}
