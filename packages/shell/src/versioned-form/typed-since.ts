import { forgetDraft } from '../task-form/draft-store.ts'
import { keepVersioned, keptVersioned, type Versioned } from './kept-versioned.ts'

/** The fields in which something was typed while the rest was sent. */
export function typedSince<Draft extends object>(typed: Draft, sent: Draft): (keyof Draft & string)[] {
  const fields = Object.keys(typed) as (keyof Draft & string)[]
  return fields.filter((field) => JSON.stringify(typed[field]) !== JSON.stringify(sent[field]))
}

/** A draft with nothing but these fields. */
export function only<Draft extends object>(draft: Draft, fields: readonly (keyof Draft & string)[]) {
  return Object.fromEntries(fields.map((field) => [field, draft[field]])) as Partial<Draft>
}

/**
 * After something was saved whose form was left: what was typed for it since is kept on top of that, or, where it `ends` with
 * what was sent, forgotten and given back.
 */
export function keepSince<Draft extends object, Version extends number | null>(
  key: string,
  sent: Versioned<Draft, Version>,
  after: Versioned<Draft, Version>,
  ends: boolean,
): unknown[] {
  const kept = keptVersioned(key, sent)
  if (kept?.version !== sent.version) return []
  const since = typedSince(kept.draft, sent.draft)
  if (ends || since.length === 0) {
    forgetDraft(key)
    return since.map((field) => kept.draft[field])
  }
  const draft = { ...after.draft, ...only(kept.draft, since) }
  keepVersioned(key, { version: after.version, base: after.draft, draft })
  return []
}

/** Whether something that was not there yet is there now, with a form of its own; the first version of a record is 1. */
export function isMade(
  sent: Versioned<unknown, number | null>,
  after: Versioned<unknown, number | null>,
): boolean {
  return !sent.version && after.version !== null
}

/** The form that it was typed in is gone: only here can its writer still read it. */
export function savedWithout(typed: unknown[]): string {
  const words = typed.filter((value) => typeof value === 'string' && value.trim() !== '').join(', ')
  return words === ''
    ? 'Saved, without what you changed meanwhile'
    : `Saved, without what you typed meanwhile: ${words}`
}
