import type { FlagEvent } from '@workplan/domain'

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
