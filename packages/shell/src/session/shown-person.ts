let shown: string | null = null

/** The id of the person whose session this page shows; null while nobody is signed in. */
export function shownPerson(): string | null {
  return shown
}

/** Called by `useOneSession` alone. */
export function showPerson(person: string | null): void {
  shown = person
}
