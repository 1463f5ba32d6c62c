/** Calendar dates as ISO text: a full date `2023-03-13`. All arithmetic is on calendar days, without time zones. */
export type IsoDate = string

/** A date as exactly as it is known: `2023`, `2023-04` or `2023-04-30`. Its length is its precision. */
export type PartialDate = string

export type DatePrecision = 'year' | 'month' | 'day'

const DAY_MS = 86_400_000

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** How exactly a partial date is known. */
export function precisionOf(date: PartialDate): DatePrecision {
  return date.length === 4 ? 'year' : date.length === 7 ? 'month' : 'day'
}

/** True for a real calendar date: `2023-02-29` is not one. */
export function isRealDate(date: string): boolean {
  const time = Date.parse(`${date}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date)
}

/** The last calendar day a partial date can mean: something due in `2023-04` is late from 1 May. */
export function lastDayOf(date: PartialDate): IsoDate {
  const precision = precisionOf(date)
  if (precision === 'year') return `${date}-12-31`
  if (precision === 'day') return date
  const [year, month] = date.split('-').map(Number) as [number, number]
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}

/** The first calendar day a partial date can mean. */
export function firstDayOf(date: PartialDate): IsoDate {
  const precision = precisionOf(date)
  return precision === 'year' ? `${date}-01-01` : precision === 'month' ? `${date}-01` : date
}

/** Whole days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return dayNumber(to) - dayNumber(from)
}

/** Days from 1 January 1970. */
function dayNumber(date: IsoDate): number {
  return Date.UTC(digits(date, 0, 4), digits(date, 5, 7) - 1, digits(date, 8, 10)) / DAY_MS
}

/** The number in a part of a text. Dates are compared by the thousand, so it makes no text of its own. */
function digits(text: string, from: number, to: number): number {
  let number = 0
  for (let index = from; index < to; index += 1) number = number * 10 + text.charCodeAt(index) - ZERO
  return number
}

const ZERO = '0'.charCodeAt(0)

/** The date that many days later (or earlier, when negative). */
export function addDays(date: IsoDate, days: number): IsoDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
}

/** Days past the last day a due date can mean, judged on `asAt`; 0 on the day itself and before it. */
export function daysLate(due: PartialDate, asAt: IsoDate): number {
  return Math.max(0, daysBetween(lastDayOf(due), asAt))
}

/** A date in words: `13 March 2023`, `April 2023`, `2023`. */
export function formatPartialDate(date: PartialDate): string {
  const [year, month, day] = date.split('-')
  const monthName = month ? MONTHS[Number(month) - 1] : undefined
  return [day ? String(Number(day)) : undefined, monthName, year].filter(Boolean).join(' ')
}

/** How a due date stands on `asAt`, in words: `3 days late`, `due today`, `due in 2 weeks`. */
export function dueInWords(due: PartialDate, asAt: IsoDate): string {
  const days = daysBetween(lastDayOf(due), asAt)
  if (days > 0) return `${inDaysOrWeeks(days)} late`
  if (days === 0) return precisionOf(due) === 'day' ? 'due today' : `due by ${formatPartialDate(asAt)}`
  return precisionOf(due) === 'day' ? `due in ${inDaysOrWeeks(-days)}` : `due in ${formatPartialDate(due)}`
}

function inDaysOrWeeks(days: number): string {
  if (days < 15) return days === 1 ? '1 day' : `${days} days`
  return `${Math.floor(days / 7)} weeks`
}
