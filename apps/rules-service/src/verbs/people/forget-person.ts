import { eq, sql } from 'drizzle-orm'
import type { Transaction } from '../../store/database.ts'
import { authUsers, idempotencyKeys, invitations, people } from '../../store/schema/index.ts'

/** The name of everybody who was removed. */
export const REMOVED_NAME = 'Removed person'

/**
 * Takes out who somebody was: name, post, account, links, and the kept answers that name them. Their id stays, and
 * nothing that is hashed changes.
 */
export async function forgetPerson(
  db: Transaction,
  { id, name, user }: Pick<typeof people.$inferSelect, 'id' | 'name' | 'user'>,
  at: Date,
): Promise<void> {
  if (user !== null) await db.delete(authUsers).where(eq(authUsers.id, user))
  await db.delete(invitations).where(eq(invitations.person, id))
  await db.delete(idempotencyKeys).where(sql`strpos(${idempotencyKeys.answer}, ${inJson(name)}) > 0`)
  const nobody = { name: REMOVED_NAME, title: '', user: null, national: false }
  await db
    .update(people)
    .set({ ...nobody, disabledAt: at, removedAt: at })
    .where(eq(people.id, id))
}

/** A text as it stands between the quotation marks of JSON. */
export function inJson(text: string): string {
  return JSON.stringify(text).slice(1, -1)
}
