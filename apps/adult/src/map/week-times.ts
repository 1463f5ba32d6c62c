/** Hours of the week in words. All times are minutes from Monday 00:00; a bank holiday is an eighth day after Sunday. */

export const DAY_MINUTES = 24 * 60
export const WEEK_MINUTES = 7 * DAY_MINUTES

export const DAY_NAMES = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
  'Bank holiday',
] as const

export interface Stretch {
  from: number
  to: number
}

/** `08:30`; the end of a day is `24:00`. */
export function clock(minute: number, end = false): string {
  const ofDay = minute % DAY_MINUTES
  const shown = end && ofDay === 0 ? DAY_MINUTES : ofDay
  return `${String(Math.floor(shown / 60)).padStart(2, '0')}:${String(shown % 60).padStart(2, '0')}`
}

/** `Monday 08:00 to 18:30`, `Friday 18:30 to Monday 08:00`. */
export function stretchInWords({ from, to }: Stretch): string {
  const last = lastDayOf({ from, to })
  const name = dayName(dayOf(from))
  if (dayOf(from) === last) return `${name} ${clock(from)} to ${clock(to, true)}`
  return `${name} ${clock(from)} to ${dayName(last)} ${clock(to, true)}`
}

/** `168`, `52.5`: hours without needless decimals. */
export function hoursText(hours: number): string {
  return String(Math.round(hours * 100) / 100)
}

/**
 * When something is so, over a whole week: 'at all hours', '18:30 to 08:00 every night', 'Friday 18:30 to Monday 08:00'.
 * Stretches that start and end at the same times on several days are said once; Sunday runs on into Monday.
 */
export function whenInWords(stretches: readonly Stretch[]): string {
  const joined = joinOverWeekend(joinTouching(stretches))
  if (joined.some(({ from, to }) => from === 0 && to >= WEEK_MINUTES)) return 'at all hours'
  const long = joined.filter(({ from, to }) => to - from > DAY_MINUTES)
  const short = joined.filter(({ from, to }) => to - from <= DAY_MINUTES)
  const groups = Map.groupBy(short, ({ from, to }) => `${clock(from)} to ${clock(to, true)}`)
  const grouped = [...groups].map(([times, group]) => {
    const overnight = group.some((stretch) => dayOf(stretch.from) !== lastDayOf(stretch))
    return `${times} ${daysInWords(
      group.map(({ from }) => dayOf(from)),
      overnight ? 'night' : 'day',
    )}`
  })
  return [...grouped, ...long.map(stretchInWords)].join('; ')
}

/** Stretches in order, those that touch as one; the bank holiday after Sunday stays apart. */
function joinTouching(stretches: readonly Stretch[]): Stretch[] {
  const joined: Stretch[] = []
  for (const { from, to } of stretches
    .flatMap(cutAtWeekend)
    .toSorted((one, other) => one.from - other.from)) {
    const last = joined.at(-1)
    if (last?.to === from && from !== WEEK_MINUTES) last.to = to
    else joined.push({ from, to })
  }
  return joined
}

function cutAtWeekend({ from, to }: Stretch): Stretch[] {
  if (from >= WEEK_MINUTES || to <= WEEK_MINUTES) return [{ from, to }]
  return [
    { from, to: WEEK_MINUTES },
    { from: WEEK_MINUTES, to },
  ]
}

function joinOverWeekend(stretches: readonly Stretch[]): Stretch[] {
  const first = stretches[0]
  const last = stretches.find(({ to }) => to === WEEK_MINUTES)
  if (!first || !last || first === last || first.from !== 0) return [...stretches]
  return stretches
    .filter((stretch) => stretch !== first)
    .map((stretch) => (stretch === last ? { from: last.from, to: WEEK_MINUTES + first.to } : stretch))
}

function daysInWords(days: readonly number[], unit: 'day' | 'night'): string {
  const weekdays = days.filter((day) => day < 7)
  const first = weekdays[0] ?? 0
  const inRow = weekdays.every((day, index) => day === first + index)
  const named =
    weekdays.length === 7
      ? [`every ${unit}`]
      : inRow && weekdays.length > 2
        ? [`${dayName(first)} to ${dayName(first + weekdays.length - 1)}`]
        : weekdays.map(dayName)
  return [...named, ...(days.includes(7) ? ['bank holidays'] : [])].join(', ')
}

function dayOf(minute: number): number {
  return Math.floor(minute / DAY_MINUTES)
}

/** The day on which a stretch ends; one that runs past Sunday ends in the next week. */
function lastDayOf({ from, to }: Stretch): number {
  return dayOf(from < WEEK_MINUTES && to > WEEK_MINUTES ? to - WEEK_MINUTES - 1 : to - 1)
}

function dayName(day: number): string {
  return DAY_NAMES[day] ?? ''
}
