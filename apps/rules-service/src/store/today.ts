import type { IsoDate } from '@workplan/domain'

const calendar = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** The calendar day in England at that moment. */
export function dayInEngland(moment: Date): IsoDate {
  return calendar.format(moment)
}
