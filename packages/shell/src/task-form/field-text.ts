import { reasonWords, statusWords } from '../words/words.ts'
import type { DraftField, TaskDraft } from './task-draft.ts'

/** A field of a draft as text to compare, with words for 'nothing'. */
export function fieldText(draft: TaskDraft, field: DraftField): string {
  if (field === 'status') return statusWords[draft.status]
  if (field === 'statusReason')
    return draft.statusReason ? reasonWords[draft.statusReason] : 'No reason given'
  if (field === 'evidence')
    return (
      draft.evidence.map(({ title, url }) => [title, url].filter(Boolean).join(' ')).join(', ') ||
      'No evidence'
    )
  if (field === 'percent') return draft.percent ? `${draft.percent}%` : 'Not recorded'
  return draft[field] || 'Not recorded'
}
