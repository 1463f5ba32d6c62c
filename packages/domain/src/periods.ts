import { addDays, type IsoDate } from './dates.ts'

/** A span of calendar days, both ends included. */
export interface Period {
  from: IsoDate
  to: IsoDate
}

/** A quarter of the financial year, which runs from 1 April: `{ year: '2022-23', quarter: 4 }` is January to March 2023. */
export interface FinancialQuarter {
  year: string
  quarter: 1 | 2 | 3 | 4
}

/** The financial year a date falls in, as `2022-23`. */
export function financialYearOf(date: IsoDate): string {
  const year = Number(date.slice(0, 4))
  const start = date.slice(5, 7) >= '04' ? year : year - 1
  return `${start}-${String((start + 1) % 100).padStart(2, '0')}`
}

/** The financial quarter a date falls in. */
export function quarterOf(date: IsoDate): FinancialQuarter {
  const month = Number(date.slice(5, 7))
  const quarter = (Math.floor(((month + 8) % 12) / 3) + 1) as FinancialQuarter['quarter']
  return { year: financialYearOf(date), quarter }
}

/** First and last day of a financial quarter. */
export function quarterPeriod({ year, quarter }: FinancialQuarter): Period {
  const startYear = Number(year.slice(0, 4))
  const month = ((quarter - 1) * 3 + 3) % 12
  const calendarYear = quarter === 4 ? startYear + 1 : startYear
  const from = `${calendarYear}-${String(month + 1).padStart(2, '0')}-01`
  const next = new Date(Date.UTC(calendarYear, month + 3, 1)).toISOString().slice(0, 10)
  return { from, to: addDays(next, -1) }
}

/** `Quarter 4 of 2022-23`. */
export function quarterName({ year, quarter }: FinancialQuarter): string {
  return `Quarter ${quarter} of ${year}`
}

/** True when a date lies in the period, ends included. */
export function isWithin(date: IsoDate, period: Period): boolean {
  return date >= period.from && date <= period.to
}
