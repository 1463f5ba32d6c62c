import type { Day, OpeningHours } from '@workplan/domain'

/** Minutes from Monday 00:00, start included and end not. A bank holiday is an eighth day after Sunday. */
export interface Span {
  from: number
  to: number
}

const DAYS: readonly Day[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun', 'bank-holiday']

const DAY = 24 * 60
const WEEK = 7 * DAY

/** All seven days and the bank holiday. */
export const ALWAYS: readonly Span[] = [{ from: 0, to: WEEK + DAY }]

/**
 * The spans of opening hours. A closing time at or before the opening time runs past midnight, on Sunday into Monday;
 * what follows a bank holiday is not known, so hours that run past its end stop there. Hours without times give no span.
 */
export function spansOf(hours: readonly OpeningHours[]): Span[] {
  return hours.flatMap(({ days, from, to }) =>
    from === null || to === null ? [] : days.flatMap((day) => spansOfDay(day, minutes(from), minutes(to))),
  )
}

/** Whole days on which something is open without saying when. */
export function daysWithoutTimes(hours: readonly OpeningHours[]): Span[] {
  return hours
    .filter(({ from, to }) => from === null || to === null)
    .flatMap(({ days }) => days.map((day) => ({ from: startOf(day), to: startOf(day) + DAY })))
}

/** Hours in a list of spans that do not overlap. */
export function hoursIn(spans: readonly Span[]): number {
  return spans.reduce((sum, { from, to }) => sum + to - from, 0) / 60
}

function spansOfDay(day: Day, from: number, to: number): Span[] {
  const start = startOf(day)
  if (to > from) return [{ from: start + from, to: start + to }]
  if (day === 'bank-holiday') return [{ from: start + from, to: start + DAY }]
  const beforeMidnight = { from: start + from, to: start + DAY }
  const next = (start + DAY) % WEEK
  return to === 0 ? [beforeMidnight] : [beforeMidnight, { from: next, to: next + to }]
}

function startOf(day: Day): number {
  return DAYS.indexOf(day) * DAY
}

function minutes(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
}
