import type { ServiceView } from '@workplan/domain'

/** 'Bristol, South Gloucestershire (in doubt)'; null when the papers do not say where a service works. */
export function placesInWords({ places }: Pick<ServiceView, 'places'>): string | null {
  if (places.length === 0) return null
  return places.map(({ name, uncertain }) => (uncertain ? `${name} (in doubt)` : name)).join(', ')
}
