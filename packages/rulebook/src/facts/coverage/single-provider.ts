import type { PlaceCoverage } from './week-coverage.ts'
import { hoursIn } from './week.ts'

/**
 * The hours in which everything that covers a place for certain comes from one provider, with the providers, each once.
 * A service that names no provider stands for itself.
 */
export function hoursOnOneProvider(places: readonly PlaceCoverage[]): { hours: number; providers: string[] } {
  const alone = places.flatMap(({ spans }) =>
    spans.flatMap((span) => {
      if (span.state !== 'covered') return []
      const providers = [...new Set(span.services.map(({ id, provider }) => provider ?? id))]
      return providers.length === 1 ? [{ ...span, provider: providers[0] as string }] : []
    }),
  )
  return { hours: hoursIn(alone), providers: [...new Set(alone.map(({ provider }) => provider))] }
}
