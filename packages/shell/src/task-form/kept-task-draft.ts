import { keepDraft, keptDraft } from './draft-store.ts'
import type { TaskDraft } from './task-draft.ts'

export interface KeptTaskDraft {
  version: number
  base: TaskDraft
  draft: TaskDraft
  /** The Idempotency-Key it was sent with, when it may have arrived. */
  attempt?: string
  /** True when it was sent and not taken: it is to be sent again. */
  unsent?: boolean
}

/** Keeps what this person typed for a task. */
export function keepTaskDraft(key: string, kept: KeptTaskDraft): void {
  keepDraft(key, kept)
}

const FIELDS = ['status', 'statusReason', 'percent', 'due', 'progress', 'nextStep', 'evidence'] as const

/** What this person had typed for a task; null when nothing was kept or it was kept by an older release. */
export function keptTaskDraft(key: string): KeptTaskDraft | null {
  const kept = keptDraft(key)
  if (!isKept(kept)) return null
  // Kept by a release that asked for no reason, or for no owner, yet.
  return {
    ...kept,
    base: { ...kept.base, reason: '', owner: kept.base.owner ?? '' },
    draft: { ...kept.draft, reason: kept.draft.reason ?? '', owner: kept.draft.owner ?? '' },
  }
}

function isKept(value: unknown): value is KeptTaskDraft {
  if (!isObject(value) || typeof value['version'] !== 'number') return false
  return [value['base'], value['draft']].every(
    (draft) => isObject(draft) && FIELDS.every((field) => field in draft),
  )
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
