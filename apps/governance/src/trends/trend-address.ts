import type { TrendView } from '@workplan/domain'

/** The address of the picture of a trend; another one when the trend is. */
export function trendPicture(
  programme: string,
  { from, to, step, flags }: TrendView,
  { picture, asAt }: { picture: 'all' | 'open'; asAt: string | null },
): string {
  const last = flags.at(-1)
  const state = flags.reduce(
    (sum, point) => sum + point.raised + point.reopened + point.cleared + point.accepted,
    0,
  )
  const query = new URLSearchParams({
    from,
    to,
    step,
    picture,
    state: `${state}-${last ? Object.values(last.open).join('-') : ''}`,
    ...(asAt !== null && { asAt }),
  })
  return `/api/programmes/${encodeURIComponent(programme)}/trends/chart.svg?${query}`
}
