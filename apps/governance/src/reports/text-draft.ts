/** One text of a report while somebody writes it. */
export interface TextDraft {
  /** The saved text that the writer began from. */
  base: string
  /** The saved text as it is now; somebody else may have changed it since. */
  theirs: string
  /** What stands in the box. */
  text: string
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
export function keepMine(draft: TextDraft): TextDraft {
  return { ...draft, base: draft.theirs }
}

/** The saved words take the place of the writer's. */
export function takeTheirs({ theirs }: TextDraft): TextDraft {
  return openText(theirs)
}

/** A draft as it was kept by the browser; null when it is not one. */
export function parseTextDraft(kept: unknown): TextDraft | null {
  if (typeof kept !== 'object' || kept === null) return null
  const { base, text } = kept as Partial<Record<keyof TextDraft, unknown>>
  return typeof base === 'string' && typeof text === 'string' ? { base, theirs: base, text } : null
}
