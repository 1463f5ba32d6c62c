import { keptDraft } from './draft-store.ts'

/** Whether something typed for a record is kept under this key, and whether it was sent and waits for its answer. */
export function howKept(key: string): 'typed' | 'unsent' | null {
  const kept = keptDraft(key)
  if (typeof kept !== 'object' || kept === null) return null
  return 'unsent' in kept && kept.unsent ? 'unsent' : 'typed'
}
