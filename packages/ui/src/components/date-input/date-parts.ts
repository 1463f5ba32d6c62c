/** What was typed into the three boxes of a date. */
export interface DateParts {
  day: string
  month: string
  year: string
}

/** `incomplete`: a box is empty. `not-a-date`: filled in, but there is no such day. */
export type DateInputState = 'empty' | 'incomplete' | 'not-a-date' | 'valid'

const DAY_OR_MONTH = /^\d{1,2}$/
const YEAR = /^\d{4}$/

/** Reads three typed parts as a date of the Gregorian calendar (years 1000 to 9999); `iso` is null unless it is a real one. */
export function parseDateParts(parts: DateParts): { state: DateInputState; iso: string | null } {
  const [day, month, year] = [parts.day.trim(), parts.month.trim(), parts.year.trim()]
  if (!day && !month && !year) return { state: 'empty', iso: null }
  if (!day || !month || !year) return { state: 'incomplete', iso: null }
  if (!DAY_OR_MONTH.test(day) || !DAY_OR_MONTH.test(month) || !YEAR.test(year)) {
    return { state: 'not-a-date', iso: null }
  }
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = new Date(`${iso}T00:00:00Z`)
  const real = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso)
  return real && Number(year) >= 1000 ? { state: 'valid', iso } : { state: 'not-a-date', iso: null }
}

/** An ISO date as it is typed, without leading zeros; null is three empty boxes. */
export function splitIsoDate(iso: string | null): DateParts {
  const match = iso === null ? null : /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso)
  if (!match) return { day: '', month: '', year: '' }
  return { day: String(Number(match[3])), month: String(Number(match[2])), year: match[1] ?? '' }
}
