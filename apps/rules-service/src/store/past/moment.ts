import { addDays, type AsAt, type IsoDate } from '@workplan/domain'
import { AppError } from '../../errors.ts'
import { dayInEngland } from '../today.ts'

export interface Moment {
  /** The last instant that counts. */
  until: Date
  /** The calendar day in England. */
  day: IsoDate
}

const HOUR_MS = 3_600_000

/** The moment that is asked for: of a day its end, of today the present. Throws `invalid-input` for the future. */
export function momentOf(asAt: AsAt, now: Date): Moment {
  if (asAt.length === 'YYYY-MM-DD'.length) {
    if (asAt > dayInEngland(now)) throw future()
    const end = new Date(startOfDay(addDays(asAt, 1)).getTime() - 1)
    return { until: end < now ? end : now, day: asAt }
  }
  const until = new Date(asAt)
  if (until > now) throw future()
  return { until, day: dayInEngland(until) }
}

/** Midnight in England, which is an hour before that of UTC in summer. */
function startOfDay(day: IsoDate): Date {
  const inUtc = new Date(`${day}T00:00:00.000Z`)
  const inSummer = new Date(inUtc.getTime() - HOUR_MS)
  return dayInEngland(inSummer) === day ? inSummer : inUtc
}

function future(): AppError {
  return new AppError(
    'invalid-input',
    'Nothing is known of the future yet: choose today or an earlier moment.',
    {
      errors: [{ path: 'asAt', message: 'must not be in the future' }],
    },
  )
}
