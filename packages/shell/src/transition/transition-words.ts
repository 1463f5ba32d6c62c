import type { Agreement, HandOver, MilestoneAge, TransitionPathway } from '@workplan/domain'
import type { StateLook } from '@workplan/ui'

export const ageWords: Record<MilestoneAge, string> = {
  14: 'At 14',
  16: 'At 16',
  18: 'At 18',
  25: 'Up to 25',
}

export const agreementLooks: Record<Agreement, StateLook> = {
  agreed: { word: 'Agreed', shape: 'tick', colour: 'green' },
  'not-agreed': { word: 'Not agreed', shape: 'octagon', colour: 'red' },
  'not-known': { word: 'Not known', shape: 'ring', colour: 'white' },
}

export const pathwayStateWords: Record<TransitionPathway['state'], string> = {
  'not-known': 'Not known',
  planned: 'Planned',
  'in-use': 'In use',
  withdrawn: 'Taken out',
}

/** 'Paediatrician to adult team'; an end that nobody named says so. */
export function partiesInWords({ from, to }: Pick<HandOver, 'from' | 'to'>): string {
  return `${from ?? 'From whom is not known'} to ${to ?? 'whom is not known'}`
}

/** A team and its provider, as far as they are known; null when neither is. */
export function sideInWords(team: string | null, provider: string | null): string | null {
  return [team, provider].filter(Boolean).join(', ') || null
}
