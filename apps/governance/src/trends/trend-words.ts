import type { Slip, TrendView } from '@workplan/domain'
import { counted } from '@workplan/shell'

type Point = TrendView['flags'][number]

/** All flags that stood at the end of a step. */
export function openIn({ open: { high, medium, low } }: Point): number {
  return high + medium + low
}

/** The answer of the page: whether there are more open flags than at the start, or fewer. */
export function directionInWords({ flags }: TrendView): string {
  const [first, last] = [flags[0], flags.at(-1)]
  if (!first || !last) return 'Nothing is known of this time.'
  if (first === last)
    return `${counted(openIn(last), 'flag')} open. One point in time is too few to tell a trend.`
  const change = openIn(last) - openIn(first)
  const than = `than at the start (${openIn(first)})`
  if (change === 0) return `${counted(openIn(last), 'flag')} open: as many as at the start.`
  return `${counted(openIn(last), 'flag')} open: ${Math.abs(change)} ${change > 0 ? 'more' : 'fewer'} ${than}.`
}

/** How far the due date is from the one agreed first. */
export function slipInWords({ days }: Slip): string {
  if (days === 0) return 'As first agreed'
  return `${counted(Math.abs(days), 'day')} ${days > 0 ? 'later' : 'earlier'}`
}

/** `3 of 40 dates have slipped, by 61 days at most`; what was brought forward is not a slip. */
export function slipsInWords({ slips, dated }: TrendView): string {
  const late = slips.filter(({ days }) => days > 0)
  if (dated === 0) return 'No milestone or task has a date agreed first and one now.'
  if (late.length === 0) return `None of ${dated} dates is later than was agreed first.`
  const most = Math.max(...late.map(({ days }) => days))
  return `${late.length} of ${dated} dates are later than was agreed first, by ${counted(most, 'day')} at most.`
}
