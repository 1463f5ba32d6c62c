import type { LevelSummaryView } from '@workplan/domain'

type Figures = LevelSummaryView['total']

/** Which measures a percentage is of. */
export type Denominator = 'all' | 'answered'

/** `all 75 measures` or `the 71 answered`: what every percentage beside it is of. */
export function denominatorInWords(figures: Figures, denominator: Denominator): string {
  return denominator === 'answered'
    ? `the ${figures.answered} answered`
    : `all ${figures.measures} ${figures.measures === 1 ? 'measure' : 'measures'}`
}

/** `58.7%`, or `no percentage` when there is nothing to divide by. */
export function percentInWords(percent: number | null): string {
  return percent === null ? 'no percentage' : `${percent}%`
}

/** `57.9% (11 of 19)`: a share with the numbers it comes from. */
export function shareInWords(percent: number | null, count: number, whole: number): string {
  return `${percentInWords(percent)} (${count} of ${whole})`
}

/** What changed from one percentage to another: `4.5 points more`, `no change`; unknown where one of them is. */
export function changeInPoints(before: number | null, now: number | null): string {
  if (before === null || now === null) return 'cannot be compared'
  const points = Math.round((now - before) * 10) / 10
  if (points === 0) return 'no change'
  return `${Math.abs(points)} points ${points > 0 ? 'more' : 'less'}`
}
