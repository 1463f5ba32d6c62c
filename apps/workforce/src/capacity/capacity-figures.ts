import type { CapacityView, HeldUp, PostRow } from '@workplan/domain'

export interface CapacityFigures {
  posts: number
  /** Whole-time equivalents of the posts for which both numbers are known. */
  funded: number
  inPost: number
  /** Posts for which one of the numbers is not known, which is not nought. */
  notKnown: number
  singlePoints: number
  alone: number
}

/** Posts, how many are filled, and what hangs on one post or one service. */
export function capacityFigures({ posts, alone }: Pick<CapacityView, 'posts' | 'alone'>): CapacityFigures {
  const known = posts.flatMap(({ post: { record } }) =>
    record.wteFunded === null || record.wteInPost === null
      ? []
      : [{ funded: record.wteFunded, inPost: record.wteInPost }],
  )
  return {
    posts: posts.length,
    funded: rounded(known.reduce((sum, { funded }) => sum + funded, 0)),
    inPost: rounded(known.reduce((sum, { inPost }) => sum + inPost, 0)),
    notKnown: posts.length - known.length,
    singlePoints: posts.filter(({ post }) => post.record.singlePoint === 'yes').length,
    alone: alone.length,
  }
}

/** The posts behind a figure. `vacant`: less in post than funded, or said to be vacant. */
export function postsBehind(posts: readonly PostRow[], show: string | undefined): PostRow[] {
  return posts.filter(({ post: { record } }) => {
    const { wteFunded, wteInPost, vacantSince, singlePoint } = record
    if (show === 'single') return singlePoint === 'yes'
    if (show === 'unknown') return wteFunded === null || wteInPost === null
    if (show !== 'vacant') return true
    return vacantSince !== null || (wteFunded !== null && wteInPost !== null && wteInPost < wteFunded)
  })
}

/** Hours a week at which nobody would be there, all requirements and places added up. */
export function hoursHeldUp(holdsUp: readonly HeldUp[]): number {
  return rounded(holdsUp.reduce((sum, { hours }) => sum + hours, 0))
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100
}
