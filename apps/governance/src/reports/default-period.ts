import { addDays, quarterName, quarterOf, quarterPeriod, type IsoDate, type Period } from '@workplan/domain'

/** A financial quarter one can report on, with its name. */
export interface QuarterChoice {
  name: string
  period: Period
}

/** The quarter `asAt` falls in and those before it, latest first. */
export function quartersUpTo(asAt: IsoDate, count: number): QuarterChoice[] {
  const choices: QuarterChoice[] = []
  let day = asAt
  while (choices.length < count) {
    const quarter = quarterOf(day)
    const period = quarterPeriod(quarter)
    choices.push({ name: quarterName(quarter), period })
    day = addDays(period.from, -1)
  }
  return choices
}

const DAYS_TO_REPORT_A_QUARTER = 30

/** The quarter to report on: the present one, and in its first 30 days the one before, which has just ended. */
export function periodToReport(asAt: IsoDate): Period {
  return quarterPeriod(quarterOf(addDays(asAt, -DAYS_TO_REPORT_A_QUARTER)))
}

/** The quarter's name when the period is exactly one, otherwise null. */
export function quarterNameOf(period: Period): string | null {
  const quarter = quarterOf(period.from)
  const whole = quarterPeriod(quarter)
  return whole.from === period.from && whole.to === period.to ? quarterName(quarter) : null
}
