import { reasonWords, statusWords } from '../words/words.ts'
import type { DraftField, TaskDraft } from './task-draft.ts'

/** Names of people, by id. */
export type Names = ReadonlyMap<string, string>

/** A field of a draft as text to compare, with words for 'nothing' and people by their names. */
export function fieldText(draft: TaskDraft, field: DraftField, names: Names): string {
  if (field === 'status') return statusWords[draft.status]
  if (field === 'statusReason')
    return draft.statusReason ? reasonWords[draft.statusReason] : 'No reason given'
  if (field === 'owner') return draft.owner ? (names.get(draft.owner) ?? draft.owner) : 'Nobody'
  if (field === 'evidence')
    return (
      draft.evidence.map(({ title, url }) => [title, url].filter(Boolean).join(' ')).join(', ') ||
      'No evidence'
    )
  if (field === 'percent') return draft.percent ? `${draft.percent}%` : 'Not recorded'
  return draft[field] || 'Not recorded'
}
