import { isRealDate } from '@workplan/domain'

const MOMENT = /^(\d{4}-\d\d-\d\d)(T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]\d\d:\d\d))?$/
const DAY = /^\d{4}-\d\d-\d\d/
const TIME_OF_DAY = /^\d{4}-\d\d-\d\dT\d\d:\d\d/

/** What a good one looks like, for whoever writes addresses by hand. */
export const GOOD_MOMENT =
  'In an address, a date is written 2024-03-31, and a date with a time 2024-03-31T14:00:00Z.'

/** True for a day there is, or a time of such a day with seconds and a time zone: what the service reads. */
export function isMoment(text: string): boolean {
  const day = MOMENT.exec(text)?.[1]
  return day !== undefined && isRealDate(day)
}

/** Why no moment can be read from an address; `asks` is what the address does, as in 'The address asks for'. */
export function unreadableInWords(moments: readonly string[], asks: string): string {
  const [moment = ''] = moments
  if (moments.length > 1) {
    const all = moments.map((text) => `‘${text}’`).join(' and ')
    return `${asks} more than one moment: ${all}. It can hold only one.`
  }
  return moment === ''
    ? `${asks} a moment and does not say which.`
    : `${asks} ‘${moment}’, which ${flaw(moment)}.`
}

function flaw(moment: string): string {
  const [day] = DAY.exec(moment) ?? []
  if (day !== undefined && !isRealDate(day)) return 'is a day that no calendar has'
  return TIME_OF_DAY.test(moment)
    ? 'has a time that we cannot read: write it with seconds and a time zone (Z for UTC, +01:00 for British summer time)'
    : 'is no date that we can read'
}
