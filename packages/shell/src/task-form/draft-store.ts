const PREFIX = 'workplan-draft:'

/** Text typed but not saved, kept by this browser tab until it is saved, thrown away or its writer signs out. */
export function keepDraft(key: string, draft: object): void {
  sessionStorage.setItem(PREFIX + key, JSON.stringify(draft))
}

/** What was kept under this key; null when there is nothing. */
export function keptDraft(key: string): unknown {
  const text = sessionStorage.getItem(PREFIX + key)
  return text === null ? null : JSON.parse(text)
}

export function forgetDraft(key: string): void {
  sessionStorage.removeItem(PREFIX + key)
}

/** Forgets every draft: the next person at this computer must not read them. */
export function forgetDrafts(): void {
  const keys = Object.keys(sessionStorage).filter((key) => key.startsWith(PREFIX))
  for (const key of keys) sessionStorage.removeItem(key)
}
