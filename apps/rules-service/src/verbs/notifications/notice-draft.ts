import type { Notice } from '@workplan/domain'
import type { Mark } from '../marks/read-mark.ts'

/** A notice before it is known how far its reader has come. */
export interface NoticeDraft extends Omit<Notice, 'read'> {
  /** The journal entry that it comes from. */
  seq: number
  /** True when its reader has done what it asks for, and has no need to be told. */
  dealtWith: boolean
}

/** True when a notice has come up since a mark; everything has where there is none. */
export function isSince({ seq, on, at }: NoticeDraft, mark: Mark | null): boolean {
  if (!mark) return true
  // What comes with the calendar comes up on a day, and not with an entry of the journal.
  return seq > mark.seq || (at === null && on > mark.asAt)
}
