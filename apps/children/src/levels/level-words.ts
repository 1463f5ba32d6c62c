import type { Service } from '@workplan/domain'

export type CareLevel = NonNullable<Service['careLevel']>
export type AgeBand = Service['ageBands'][number]

export const levelWords: Record<CareLevel, string> = {
  universal: 'Universal',
  core: 'Core',
  specialist: 'Specialist',
}

export const bandWords: Record<AgeBand, string> = {
  '0-4': 'Under 5',
  '5-13': '5 to 13',
  '14-17': '14 to 17',
  '18-25': '18 to 25',
}

/** The ages a service is for; null when nobody has said. */
export function agesInWords({ ageBands }: Pick<Service, 'ageBands'>): string | null {
  return ageBands.map((band) => bandWords[band]).join(', ') || null
}
