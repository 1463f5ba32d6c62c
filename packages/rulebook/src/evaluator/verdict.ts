import type { Verdict } from '@workplan/domain'

/** A verdict as it is computed: 1 holds, 0 does not hold, -1 cannot be said because a fact is not known. */
export type Truth = 1 | 0 | -1

const VERDICTS: Readonly<Record<Truth, Verdict>> = {
  1: 'holds',
  0: 'does-not-hold',
  [-1]: 'not-assessable',
}

export function verdictOf(truth: Truth): Verdict {
  return VERDICTS[truth]
}
