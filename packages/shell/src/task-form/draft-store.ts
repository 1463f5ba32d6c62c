const PREFIX = 'workplan-draft:'

/**
 * Text typed but not saved, kept by this browser tab until it is saved, thrown away or its writer signs out. Keys begin with
 * the writer, as those of `useDraftKey`, so that nobody else is shown it.
 */
export function keepDraft(key: string, draft: object): void {
  try {
    sessionStorage.setItem(PREFIX + key, JSON.stringify(draft))
  } catch {
    // A browser that has no room or allows none: the text still stands in its form.
    sessionStorage.removeItem(PREFIX + key)
  }
}

/** What was kept under this key; null when there is nothing. */
export function keptDraft(key: string): unknown {
  const text = sessionStorage.getItem(PREFIX + key)
  return text === null ? null : JSON.parse(text)
}

export function forgetDraft(key: string): void {
  sessionStorage.removeItem(PREFIX + key)
}

/** Whether anything is kept for a person. */
export function hasDraftsOf(person: string): boolean {
  return draftsOf(person).length > 0
}

/** Forgets every draft of a person who leaves. Those of others stay: they are told that theirs is kept until they are back. */
export function forgetDraftsOf(person: string): void {
  for (const key of draftsOf(person)) sessionStorage.removeItem(key)
}

function draftsOf(person: string): string[] {
  return Object.keys(sessionStorage).filter((key) => key.startsWith(`${PREFIX}${person}/`))
}
