import type { WhoWasFirst } from '../conflict/contested-field.ts'
import type { Versioned } from './kept-versioned.ts'

export type Problems<Draft> = Partial<Record<keyof Draft & string, string>>

/** A draft as it is sent: from which version, which fields were changed, and what keeps a retry from happening twice. */
export interface Sending<Draft, Version extends number | null = number> extends Versioned<Draft, Version> {
  changed: (keyof Draft & string)[]
  /** What it was typed over. */
  base: Draft
  attempt: string
}

export interface VersionedForm<Draft, Saved, Version extends number | null = number> {
  /** Where unsaved text is kept in this browser tab. */
  key: string
  /** What is there now. */
  now: () => Versioned<Draft, Version>
  /** The fields in which two drafts differ; when left out, those whose text differs. */
  changedBetween?: (from: Draft, to: Draft) => (keyof Draft & string)[]
  /** What must be put right before it can be sent, for a record that read as `from`. */
  problemsOf: (draft: Draft, from: Draft) => Problems<Draft>
  send: (sending: Sending<Draft, Version>) => Promise<Saved>
  /** What is there after it was saved as it was sent. */
  afterwards: (saved: Saved, sent: Draft) => Versioned<Draft, Version>
  /** What is there now, from what the refusal of a stale version carries, or read anew. */
  current: (refused: unknown) => Versioned<Draft, Version> | Promise<Versioned<Draft, Version>>
  onSaved: (saved: Saved) => void
  /** What was typed while the rest was sent, on top of what is saved; when left out, the fields that were typed. */
  onto?: (typed: Draft, sent: Draft, after: Draft) => Draft
  /** What is sent is done with: the form does not go on with it. */
  once?: boolean
  /** The form shows a part of what the version is of: while others change only the rest, nobody is in anybody's way. */
  partOfRecord?: boolean
}

/** How a form stands, as `VersionedForm` shows it around the fields. */
export interface FormState {
  errors: { text: string; target?: string }[]
  conflict: { changed: WhoWasFirst } | null
  saving: boolean
  waiting: boolean
  /** Somebody else saved while this was typed. */
  overtaken: boolean
  /** What was typed while the rest was sent is not saved. */
  left: boolean
}
