import { keepDraft, keptDraft } from '../task-form/draft-store.ts'

/** What there is to change: its version, and its text as the form shows it. What is not there yet has no version. */
export interface Versioned<Draft, Version extends number | null = number> {
  version: Version
  draft: Draft
}

/** What somebody typed and did not save, from which version and text. */
export interface KeptVersioned<Draft, Version extends number | null = number> extends Versioned<
  Draft,
  Version
> {
  base: Draft
  /** The Idempotency-Key it was sent with, when it may have arrived. */
  attempt?: string
  /** True when it was sent and not taken: it is to be sent again. */
  unsent?: boolean
  /** What was sent then, where more was typed since. */
  sent?: Draft
}

/** Keeps what this person typed. */
export function keepVersioned<Draft, Version extends number | null>(
  key: string,
  kept: KeptVersioned<Draft, Version>,
): void {
  keepDraft(key, kept)
}

/**
 * What this person typed before, with the fields of `like`; those that an older release did not keep are as in `like`. Null
 * when nothing was kept, or something else.
 */
export function keptVersioned<Draft extends object, Version extends number | null>(
  key: string,
  like: Versioned<Draft, Version>,
): KeptVersioned<Draft, Version> | null {
  const kept = keptDraft(key) as Partial<KeptVersioned<Draft, Version>> | null
  if (!kept || typeof kept.version !== typeof like.version) return null
  const base = whole(kept.base, like.draft)
  const draft = whole(kept.draft, like.draft)
  const sent = whole(kept.sent, like.draft)
  return base && draft
    ? ({ ...kept, base, draft, ...(sent && { sent }) } as KeptVersioned<Draft, Version>)
    : null
}

function whole<Draft extends object>(draft: Draft | undefined, like: Draft): Draft | null {
  if (typeof draft !== 'object') return null
  const filled = { ...like, ...draft }
  const fields = Object.keys(like) as (keyof Draft)[]
  return fields.every((field) => areAlike(filled[field], like[field])) ? filled : null
}

function areAlike(one: unknown, other: unknown): boolean {
  if (one === null || other === null) return true
  return typeof one === typeof other && Array.isArray(one) === Array.isArray(other)
}

/** The fields in which two drafts differ; spaces around text do not count. */
export function changedBetween<Draft extends object>(from: Draft, to: Draft): (keyof Draft & string)[] {
  const fields = Object.keys(from) as (keyof Draft & string)[]
  return fields.filter((field) => String(from[field]).trim() !== String(to[field]).trim())
}
