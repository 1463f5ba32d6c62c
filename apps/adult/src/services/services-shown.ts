import type { ServiceView } from '@workplan/domain'

export interface ServiceChoice {
  /** `flagged` or `no-hours`. */
  show?: string
  place?: string
  /** Whoever gives it, or has it in its beds. */
  provider?: string
}

/** The services that pass every part of the choice. */
export function servicesShown(
  services: readonly ServiceView[],
  { show, place, provider }: ServiceChoice,
): ServiceView[] {
  return services.filter(
    (item) =>
      (show !== 'flagged' || item.flags.length > 0) &&
      (show !== 'no-hours' || item.hours === null) &&
      (place === undefined || item.places.some(({ id }) => id === place)) &&
      (provider === undefined || [item.service.provider, item.service.hostProvider].includes(provider)),
  )
}
