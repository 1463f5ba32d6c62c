import type { AppContext } from '../context.ts'
import { recordSecurity } from './security-journal.ts'

interface Refusal {
  /** The id of the person who was refused; null where it is not known who. */
  person: string | null
  detail: Record<string, string>
}

/**
 * Journals that somebody was refused. Of people nobody knows so many are journalled in a while, and then one row says that
 * there are more: the journal never forgets, and nobody may fill it from outside.
 */
export async function recordRefusal(
  { database, attempts, now }: Pick<AppContext, 'database' | 'attempts' | 'now'>,
  { person, detail }: Refusal,
): Promise<void> {
  const tries = person === null ? await attempts.countRefusal() : 'allowed'
  if (tries === 'too-many') return
  const said = tries === 'first-too-many' ? { ...detail, reason: 'too-many-to-journal' } : detail
  const by = { actor: person ?? 'nobody', person }
  await recordSecurity(database, { ...by, action: 'sign-in.refused', detail: said }, now())
}
