import { daysBetween, type IsoDate, lastDayOf, type PartialDate } from './dates.ts'

const figures = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 })
const PERCENT = /^(%|percent|per cent)$/i
const DAYS_OF_A_MONTH = 365.25 / 12

/** A value as it reads: `40%`, `2,872 deaths`, `12.5`. */
export function figureInWords(value: number, unit: string | null): string {
  const text = figures.format(value)
  if (unit === null) return text
  return PERCENT.test(unit) ? `${text}%` : `${text} ${unit}`
}

/** How long ago a period ended: `9 days`, `14 months`; whole months from two on. */
export function sinceInWords(period: PartialDate, asAt: IsoDate): string {
  const days = Math.max(0, daysBetween(lastDayOf(period), asAt))
  const months = Math.floor(days / DAYS_OF_A_MONTH)
  if (months >= 2) return `${months} months`
  return days === 1 ? '1 day' : `${days} days`
}
