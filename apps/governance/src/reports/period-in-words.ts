import { formatPartialDate, type Period } from '@workplan/domain'
import { quarterNameOf } from './default-period.ts'

/** `Quarter 4 of 2022-23` for a whole quarter, otherwise `1 February 2023 to 14 March 2023`. */
export function periodInWords(period: Period): string {
  return quarterNameOf(period) ?? `${formatPartialDate(period.from)} to ${formatPartialDate(period.to)}`
}
