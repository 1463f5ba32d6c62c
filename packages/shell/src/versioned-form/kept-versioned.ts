import { keptDraft } from '../task-form/draft-store.ts'

/** The text in a form, by field. */
export type TextDraft = Record<string, string>

/** What there is to change: its version, and its text as the form shows it. */
export interface Versioned<Draft> {
  version: number
  draft: Draft
}

/** What somebody typed and did not save, from which version and text. */
export interface KeptVersioned<Draft> extends Versioned<Draft> {
  base: Draft
  /** The Idempotency-Key it was sent with, when it may have arrived. */
  attempt?: string
  /** True when it was sent and not taken: it is to be sent again. */
  unsent?: boolean
}

/** What this person typed before, with the same fields as `like`; null when nothing was kept or an older release kept it. */
export function keptVersioned<Draft extends TextDraft>(
  key: string,
  like: Draft,
): KeptVersioned<Draft> | null {
  const kept = keptDraft(key) as Partial<KeptVersioned<Draft>> | null
  const fields = Object.keys(like)
  const whole = (draft: Draft | undefined) =>
    draft !== undefined && fields.every((field) => typeof draft[field] === 'string')
  return typeof kept?.version === 'number' && whole(kept.base) && whole(kept.draft)
    ? (kept as KeptVersioned<Draft>)
    : null
}

/** The fields in which two drafts differ; spaces around text do not count. */
export function changedBetween<Draft extends TextDraft>(from: Draft, to: Draft): (keyof Draft)[] {
  return Object.keys(from).filter((field) => from[field]?.trim() !== to[field]?.trim())
}
