import type { Transaction } from './database.ts'
import type { DraftedChange } from './drafted-change.ts'
import type { FlagDifference } from './flag-difference.ts'
import { readTableRows, type StoredParts } from './stored-parts.ts'

/**
 * What a change writes without a journal row that says all of it: rows that the verb wrote, flags that were decided
 * about, and flags whose reasons hold other figures. Null when there is nothing of the kind.
 */
export async function unsaidParts(
  db: Transaction,
  draft: DraftedChange,
  judged: FlagDifference,
): Promise<StoredParts | null> {
  const said = new Set(judged.changes.map(({ after }) => after))
  const flags = [...draft.decided(), ...judged.written.filter((flag) => !said.has(flag))]
  const rows = draft.usedDatabase()
    ? await readTableRows(db, draft.before.state.programme.id, 'written here')
    : {}
  const parts: StoredParts = {
    ...(flags.length > 0 && { flags }),
    ...(Object.keys(rows).length > 0 && { rows }),
  }
  return Object.keys(parts).length > 0 ? parts : null
}

/** Two parts as one, of which the second has the last word. */
export function partsTogether(first: StoredParts | null, second: StoredParts | null): StoredParts | null {
  if (!first || !second) return first ?? second
  const flags = [...(first.flags ?? []), ...(second.flags ?? [])]
  return { ...first, ...second, ...(flags.length > 0 && { flags }) }
}
