import type { TaskChanges } from '@workplan/domain'
import { keptDraft } from '../task-form/draft-store.ts'
import type { BulkDraft } from './bulk-draft.ts'

/** A change of several tasks as it is sent; `attempt` keeps a retry from happening twice. */
export interface BulkSending extends TaskChanges {
  attempt: string
}

/** A change of several tasks that is not saved: what was chosen, what was filled in, and how it was sent. */
export interface KeptBulk {
  versions: [task: string, version: number][]
  draft: BulkDraft
  /** What was sent and not answered: it is to be sent again just so. */
  unsent?: BulkSending
}

/** What this person had chosen and filled in; null when nothing was kept. */
export function keptBulk(key: string): KeptBulk | null {
  const kept = keptDraft(key)
  return isKept(kept) ? kept : null
}

function isKept(value: unknown): value is KeptBulk {
  return (
    typeof value === 'object' &&
    value !== null &&
    'versions' in value &&
    Array.isArray(value.versions) &&
    'draft' in value &&
    (!('unsent' in value) || typeof value.unsent === 'object')
  )
}
