import { forgetDraft } from '../task-form/draft-store.ts'
import { keepVersioned, keptVersioned, type KeptVersioned, type Versioned } from './kept-versioned.ts'
import { only, typedSince } from './typed-since.ts'

/** What was chosen in one press, outside of the record's form. */
type Choice<Draft> = Partial<Draft>

/**
 * Keeps a choice that was sent and not answered where the form of the record goes on with it, beside the text that is kept
 * there already.
 */
export function keepChoiceUnsent<Draft extends object>(
  key: string,
  now: Versioned<Draft>,
  choice: Choice<Draft>,
  attempt: string,
): void {
  const kept = keptVersioned(key, now)
  const sent = { ...now.draft, ...choice }
  // Somebody has written since the text was begun: both are compared before any of it is sent.
  if (kept && kept.version !== now.version) addChoice(key, kept, choice)
  else {
    const draft = { ...now.draft, ...typedIn(kept, choice), ...choice }
    keepVersioned(key, { version: now.version, base: now.draft, draft, sent, attempt, unsent: true })
  }
}

/** Adds a choice to what waits to be sent, to be sent after it. False when nothing waits. */
export function addToUnsent<Draft extends object>(
  key: string,
  now: Versioned<Draft>,
  choice: Choice<Draft>,
): boolean {
  const kept = keptVersioned(key, now)
  if (!kept?.unsent) return false
  addChoice(key, { ...kept, sent: kept.sent ?? kept.draft }, choice)
  return true
}

/** After a choice was saved: the text that was kept from the version before stands on the new one. */
export function keepOnSaved<Draft extends object>(
  key: string,
  before: Versioned<Draft>,
  after: Versioned<Draft>,
  choice: Choice<Draft>,
): void {
  const kept = keptVersioned(key, before)
  if (!kept || kept.version !== before.version) return
  const typed = typedIn(kept, choice)
  if (Object.keys(typed).length === 0) forgetDraft(key)
  else keepVersioned(key, { version: after.version, base: after.draft, draft: { ...after.draft, ...typed } })
}

function addChoice<Draft extends object>(
  key: string,
  kept: KeptVersioned<Draft>,
  choice: Choice<Draft>,
): void {
  keepVersioned(key, { ...kept, draft: { ...kept.draft, ...choice } })
}

/** What was typed, without what the choice says otherwise. */
function typedIn<Draft extends object>(
  kept: KeptVersioned<Draft> | null,
  choice: Choice<Draft>,
): Partial<Draft> {
  if (!kept) return {}
  const fields = typedSince(kept.draft, kept.base).filter((field) => !(field in choice))
  return only(kept.draft, fields)
}
