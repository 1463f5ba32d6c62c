import type { Versioned } from './kept-versioned.ts'

/** The fields in which something was typed while the rest was sent. */
export function typedSince<Draft extends object>(typed: Draft, sent: Draft): (keyof Draft & string)[] {
  const fields = Object.keys(typed) as (keyof Draft & string)[]
  return fields.filter((field) => JSON.stringify(typed[field]) !== JSON.stringify(sent[field]))
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
