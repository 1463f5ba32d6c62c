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

/** The quarter's name when the period is exactly one, otherwise null. */
export function quarterNameOf(period: Period): string | null {
  const quarter = quarterOf(period.from)
  const whole = quarterPeriod(quarter)
  return whole.from === period.from && whole.to === period.to ? quarterName(quarter) : null
}
