/** One text of a report while somebody writes it. */
export interface TextDraft {
  /** The saved text that the writer began from. */
  base: string
  /** The saved text as it is now; somebody else may have changed it since. */
  theirs: string
  /** What stands in the box. */
  text: string
  /** How it was sent without being taken: it is to be sent again in the same way. */
  unsent?: SentText
}

/** The Idempotency-Key and the version of the report that a text was sent with. */
export interface SentText {
  attempt: string
  version: number
}

export function openText(saved: string): TextDraft {
  return { base: saved, theirs: saved, text: saved }
}

/** True when leaving the page without saving would lose words. */
export function isUnsaved({ base, text }: TextDraft): boolean {
  return text !== base
}

/** True when the text was changed here and by somebody else, so that a person must choose. */
export function isContested(draft: TextDraft): boolean {
  return isUnsaved(draft) && draft.theirs !== draft.base
}

/** Takes in the saved text as just read. Words that are not saved yet always stay. */
export function receiveSaved(draft: TextDraft, saved: string): TextDraft {
  if (!isUnsaved(draft) || draft.text === saved) return openText(saved)
  return { ...draft, theirs: saved }
}

/** The writer's own words stay, knowing what the other one wrote; they still have to be saved. */
export function keepMine({ theirs, text }: TextDraft): TextDraft {
  return { base: theirs, theirs, text }
}

/** The saved words take the place of the writer's. */
export function takeTheirs({ theirs }: TextDraft): TextDraft {
  return openText(theirs)
}

/** What stands in the box is another text than the one that was sent. */
export function withoutSent({ base, theirs, text }: TextDraft): TextDraft {
  return { base, theirs, text }
}

/** A draft as it was kept by the browser; null when it is not one. */
export function parseTextDraft(kept: unknown): TextDraft | null {
  if (typeof kept !== 'object' || kept === null) return null
  const { base, text, unsent } = kept as Partial<Record<keyof TextDraft, unknown>>
  if (typeof base !== 'string' || typeof text !== 'string') return null
  return { base, theirs: base, text, ...(isSent(unsent) && { unsent }) }
}

function isSent(value: unknown): value is SentText {
  return typeof value === 'object' && value !== null && 'attempt' in value && 'version' in value
}
