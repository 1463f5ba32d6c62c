import type { ArrangementKind } from '@workplan/domain'

/** Names the form of a new pathway, hand-over, training need or offer, or post among the kept drafts of its writer. */
export function placeOfNew(kind: ArrangementKind, forWhat = ''): string {
  return `new-${kind}-${forWhat}`
}
