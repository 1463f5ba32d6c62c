import { formatPartialDate, type TrainingNeedView, type TrainingOfferView } from '@workplan/domain'
import type { Level } from './training-rows.ts'

export const levelWords: Record<Level, string> = {
  core: 'Core',
  intermediate: 'Intermediate',
  advanced: 'Advanced',
}

export const offerStateWords: Record<TrainingOfferView['record']['state'], string> = {
  'not-known': 'Not known',
  planned: 'Planned',
  running: 'Running',
  ended: 'Ended',
  withdrawn: 'Taken out',
}

/** How a need stands: a number that nobody gave is said to be unknown, and is never nought. */
export function needInWords({ needed, trained, asOf }: TrainingNeedView['record']): string {
  const when = asOf === null ? '' : `, as on ${formatPartialDate(asOf)}`
  if (needed === null && trained === null) return `Not known${when}`
  if (needed === null) return `${trained} trained; not known how many need it${when}`
  if (needed === 0) return `Nobody needs it${when}`
  if (trained === null) return `${needed} need it; not known how many are trained${when}`
  return `${trained} of ${needed} trained${when}`
}
