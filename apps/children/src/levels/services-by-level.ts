import type { ServiceView } from '@workplan/domain'
import { bandWords, levelWords, type AgeBand, type CareLevel } from './level-words.ts'

/** A level or age band, or that nobody has said which. */
export type LevelRow = CareLevel | 'not-stated'
export type BandColumn = AgeBand | 'not-stated'

export const LEVELS = [...(Object.keys(levelWords) as CareLevel[]), 'not-stated'] as const
export const BANDS = [...(Object.keys(bandWords) as AgeBand[]), 'not-stated'] as const

export interface ServicesAtLevel {
  level: LevelRow
  services: ServiceView[]
  at: Record<BandColumn, ServiceView[]>
}

/** The services at each level by the ages they are for. A service for several ages stands at each of them. */
export function servicesByLevel(services: readonly ServiceView[]): ServicesAtLevel[] {
  return LEVELS.map((level) => {
    const here = services.filter(({ service }) => (service.careLevel ?? 'not-stated') === level)
    return { level, services: here, at: Object.fromEntries(BANDS.map((band) => [band, at(here, band)])) }
  }) as ServicesAtLevel[]
}

function at(services: readonly ServiceView[], band: BandColumn): ServiceView[] {
  return services.filter(({ service: { ageBands } }) =>
    band === 'not-stated' ? ageBands.length === 0 : ageBands.includes(band),
  )
}

/** True when a service is said to serve children; one that does not say whom it serves is not. */
export function namesChildren({ service: { audience } }: ServiceView): boolean {
  return audience.includes('children') || audience.includes('all')
}
