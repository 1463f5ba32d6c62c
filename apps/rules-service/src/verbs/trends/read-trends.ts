import type { AsAt, IsoDate, TrendStep, TrendView } from '@workplan/domain'
import type { AppContext } from '../../context.ts'
import { AppError } from '../../errors.ts'
import { viewProgramme } from '../../http/as-at.ts'
import { dayInEngland } from '../../store/today.ts'
import { trendSpan, trendView } from '../../views/trends/trend-view.ts'
import { readTrail } from './read-trail.ts'

export interface TrendQuery {
  from?: IsoDate | undefined
  to?: IsoDate | undefined
  step?: TrendStep | undefined
  asAt?: AsAt | undefined
}

/** The trends of a programme up to now or a moment. Throws `not-found`, and `invalid-input` for a span that ends before it begins. */
export async function readTrends(
  { store, rules, database, now }: Pick<AppContext, 'store' | 'rules' | 'database' | 'now'>,
  id: string,
  { from, to, step, asAt }: TrendQuery,
) {
  if (from !== undefined && to !== undefined && from > to)
    throw new AppError('invalid-input', 'Choose a first day that is not after the last.', {
      errors: [{ path: 'from', message: 'must not be after `to`' }],
    })
  const { programme, said } = await viewProgramme(store, id, asAt)
  const trail = await readTrail(database, id, said.known?.entry ?? programme.seq)
  const last = asAt === undefined ? dayInEngland(now()) : lastDayAt(asAt)
  const span = trendSpan(trail, { ...(from && { from }), ...(to && { to }) }, last)
  const view: TrendView = trendView(programme.state, rules.library, trail, { ...span, step })
  return { ...view, ...said }
}

/** The day of a moment that is looked at, which is given as a day or with its time. */
function lastDayAt(asAt: AsAt): IsoDate {
  return asAt.length === 10 ? asAt : dayInEngland(new Date(asAt))
}
