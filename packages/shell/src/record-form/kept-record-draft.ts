import { keptDraft } from '../task-form/draft-store.ts'
import type { RecordDraft } from './record-field.ts'

export interface KeptRecordDraft {
  version: number | null
  base: RecordDraft
  draft: RecordDraft
  reason: string
  /** The Idempotency-Key it was sent with, when it may have arrived. */
  attempt?: string
  /** True when it was sent and not taken: it is to be sent again. */
  unsent?: boolean
}

/** What this person had typed for a record with these fields; null when nothing was kept, or an older release kept it. */
export function keptRecordDraft(key: string, fields: readonly string[]): KeptRecordDraft | null {
  const kept = keptDraft(key)
  return isKept(kept, fields) ? kept : null
}

function isKept(value: unknown, fields: readonly string[]): value is KeptRecordDraft {
  if (!isObject(value) || typeof value['reason'] !== 'string') return false
  return [value['base'], value['draft']].every(
    (draft) => isObject(draft) && fields.every((field) => field in draft),
  )
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
