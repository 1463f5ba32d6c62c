import { formatPartialDate, quarterName, quarterOf, quarterPeriod, type Period } from '@workplan/domain'

/** `Highlight report to the programme board, Quarter 4 of 2022-23`; other periods are given by their days. */
export function reportTitle(group: string, period: Period): string {
  return `Highlight report to ${group}, ${periodInWords(period)}`
}

/** `Quarter 4 of 2022-23` for a whole quarter, otherwise its days. */
export function periodInWords(period: Period): string {
  const quarter = quarterOf(period.from)
  const { from, to } = quarterPeriod(quarter)
  if (from === period.from && to === period.to) return quarterName(quarter)
  return `${formatPartialDate(period.from)} to ${formatPartialDate(period.to)}`
}
