/** One text of a report while somebody writes it. */
export interface TextDraft {
  /** The saved text that the writer began from. */
  base: string
  /** The saved text as it is now; somebody else may have changed it since. */
  theirs: string
  /** What stands in the box. */
  text: string
  /** What is on its way, and not answered yet. */
  sent?: SentText
}

/** A text as it was sent, with the Idempotency-Key and the version of the report. */
export interface SentText {
  text: string
  attempt: string
  version: number
  /** No answer came: it is to be sent again just so. */
  waiting: boolean
}

/** Names a text of a report among the kept drafts of its writer. */
export function placeOfText(report: string, text: string): string {
  return `report/${report}/${text}`
}

/** Names the form of a rating among the kept drafts of its writer. */
export function placeOfRating(report: string, dimension: string): string {
  return `rating/${report}/${dimension}`
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
  if (saved === draft.sent?.text) return settleSent(draft, saved)
  if (!isUnsaved(draft) || draft.text === saved) return openText(saved)
  return { ...draft, theirs: saved }
}

/** What was sent is saved, as `saved`; what was typed since still has to be. */
export function settleSent({ text, sent }: TextDraft, saved: string): TextDraft {
  return { base: saved, theirs: saved, text: text === sent?.text ? saved : text }
}

/** The writer's own words stay, knowing what the other one wrote; they still have to be saved. */
export function keepMine({ theirs, text }: TextDraft): TextDraft {
  return { base: theirs, theirs, text }
}

/** The saved words take the place of the writer's. */
export function takeTheirs({ theirs }: TextDraft): TextDraft {
  return openText(theirs)
}

/** What was sent is refused for good. */
export function withoutSent({ base, theirs, text }: TextDraft): TextDraft {
  return { base, theirs, text }
}

/** A draft as it was kept by the browser; null when it is not one. What was on its way then waits to be sent again. */
export function parseTextDraft(kept: unknown): TextDraft | null {
  if (typeof kept !== 'object' || kept === null) return null
  const { base, text, sent } = kept as Partial<Record<keyof TextDraft, unknown>>
  if (typeof base !== 'string' || typeof text !== 'string') return null
  return { base, theirs: base, text, ...(isSent(sent) && { sent: { ...sent, waiting: true } }) }
}

function isSent(value: unknown): value is SentText {
  return (
    typeof value === 'object' &&
    value !== null &&
    'text' in value &&
    'attempt' in value &&
    'version' in value &&
    typeof value.text === 'string'
  )
}
