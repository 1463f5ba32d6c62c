const PREFIX = 'workplan-draft:'

/** What the browser had no room for, or is not allowed to keep: it lasts as long as the page. */
const beside = new Map<string, string>()

/** Who has signed out here. What of theirs is still on its way is kept no more. */
const gone = new Set<string>()

/**
 * Text typed but not saved, kept by this browser tab until it is saved, thrown away or its writer signs out. Keys begin with
 * the writer, as those of `useDraftKey`, so that nobody else is shown it.
 */
export function keepDraft(key: string, draft: object): void {
  if (hasLeft(writerOf(key))) return
  const text = JSON.stringify(draft)
  try {
    sessionStorage.setItem(PREFIX + key, text)
    beside.delete(PREFIX + key)
  } catch {
    sessionStorage.removeItem(PREFIX + key)
    beside.set(PREFIX + key, text)
  }
}

/** What was kept under this key; null when there is nothing. */
export function keptDraft(key: string): unknown {
  const text = beside.get(PREFIX + key) ?? sessionStorage.getItem(PREFIX + key)
  return text === null ? null : JSON.parse(text)
}

export function forgetDraft(key: string): void {
  forget(PREFIX + key)
}

/** Whether anything is kept for a person. */
export function hasDraftsOf(person: string): boolean {
  return draftsOf(person).length > 0
}

/**
 * Forgets every draft of a person who signs out, and keeps none until they are back. Those of others stay: they are told that
 * theirs is kept until they are back.
 */
export function forgetDraftsOf(person: string): void {
  gone.add(person)
  for (const key of draftsOf(person)) forget(key)
}

/** Somebody is signed in: from now on what they type is kept. */
export function keepDraftsOf(person: string): void {
  gone.delete(person)
}

/** Whether somebody has signed out here, rather than that their session ended. */
export function hasLeft(person: string): boolean {
  return gone.has(person)
}

function draftsOf(person: string): string[] {
  const keys = [...Object.keys(sessionStorage), ...beside.keys()]
  return keys.filter((key) => key.startsWith(`${PREFIX}${person}/`))
}

function forget(key: string): void {
  sessionStorage.removeItem(key)
  beside.delete(key)
}

function writerOf(key: string): string {
  return key.slice(0, key.indexOf('/'))
}
