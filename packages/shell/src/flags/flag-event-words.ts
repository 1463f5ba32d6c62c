import type { FlagDetail, FlagEvent } from '@workplan/domain'

/** What happened to a flag. */
export const flagEventWords: Record<FlagEvent['event'], string> = {
  raised: 'Raised',
  reopened: 'Raised again',
  cleared: 'Cleared',
  changed: 'Changed',
  assigned: 'Assigned to a task',
  accepted: 'Accepted until a date',
  'acceptance-requested': 'Acceptance asked for',
  disputed: 'Disputed',
  asked: 'Question asked',
  answered: 'Answered',
}

/** The last thing that became of a flag: `Disputed by the SRO: It is in place`; nothing for a flag without a history. */
export function lastEventInWords({ history: [last] }: Pick<FlagDetail, 'history'>): string | undefined {
  if (!last) return undefined
  const by = last.by === null ? '' : ` by ${last.by}`
  return `${flagEventWords[last.event]}${by}${last.why === null ? '' : `: ${last.why}`}`
}
