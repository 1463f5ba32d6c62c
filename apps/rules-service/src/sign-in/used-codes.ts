import { lt, and, eq } from 'drizzle-orm'
import { sha256 } from '../store/canonical-json.ts'
import type { Database } from '../store/database.ts'
import { authVerifications } from '../store/schema/index.ts'

/** What the rows of used codes are called among the short-lived values of the sign-in. */
const USED_CODE = 'used-code'

/** Longer than an app's code is taken: its own half minute, the one before and the one after. */
const REMEMBERED_MS = 5 * 60 * 1000

/**
 * Remembers that a person's code of the authenticator app was used; false when it had been (RFC 6238, section 5.2). Of two
 * who come with the same code at once, at whichever instance, one is the first.
 */
export async function useCodeOnce(
  database: Database,
  { person, code, at }: { person: string; code: string; at: Date },
): Promise<boolean> {
  await database
    .delete(authVerifications)
    .where(and(eq(authVerifications.identifier, USED_CODE), lt(authVerifications.expiresAt, at)))
  const id = sha256(`${USED_CODE} ${person} ${code}`)
  const row = { id, identifier: USED_CODE, value: '', expiresAt: new Date(at.getTime() + REMEMBERED_MS) }
  const first = await database
    .insert(authVerifications)
    .values({ ...row, createdAt: at, updatedAt: at })
    .onConflictDoNothing({ target: authVerifications.id })
    .returning({ id: authVerifications.id })
  return first.length > 0
}
