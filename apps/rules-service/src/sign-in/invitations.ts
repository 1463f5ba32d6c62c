import { and, eq, gt, isNull } from 'drizzle-orm'
import { randomBytes } from 'node:crypto'
import { sha256 } from '../store/canonical-json.ts'
import type { Database, Transaction } from '../store/database.ts'
import { invitations, people } from '../store/schema/index.ts'
import { noteSecurity } from './security-journal.ts'

/** A link works this long. */
export const INVITATION_DAYS = 7
const INVITATION_MS = INVITATION_DAYS * 24 * 60 * 60 * 1000

type Reader = Pick<Database, 'select'>

/** Makes a one-time link for a person, in place of earlier ones; answers its secret, which is kept nowhere. */
export async function invite(
  db: Transaction,
  { person, by, at }: { person: string; by: string; at: Date },
): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await db.delete(invitations).where(and(eq(invitations.person, person), isNull(invitations.acceptedAt)))
  await db.insert(invitations).values({
    tokenHash: sha256(token),
    person,
    createdAt: at,
    createdBy: by,
    expiresAt: new Date(at.getTime() + INVITATION_MS),
  })
  await noteSecurity(db, { actor: by, action: 'person.invited', person }, at)
  return token
}

/** The open invitation of a link's hash, or of the local account that was begun with it; null when there is none. */
export async function openInvitation(db: Reader, of: { tokenHash: string } | { user: string }, at: Date) {
  const [found] = await db
    .select({ tokenHash: invitations.tokenHash, person: invitations.person, user: invitations.user })
    .from(invitations)
    .innerJoin(people, eq(people.id, invitations.person))
    .where(
      and(
        'user' in of ? eq(invitations.user, of.user) : eq(invitations.tokenHash, of.tokenHash),
        isNull(invitations.acceptedAt),
        gt(invitations.expiresAt, at),
        isNull(people.disabledAt),
        isNull(people.removedAt),
      ),
    )
  return found ?? null
}

/**
 * Gives the person of an invitation to a user of the sign-in, once: of two who come with the same link, one. Answers
 * the person's id, or null when the link does not work any more.
 */
export async function acceptInvitation(
  db: Transaction,
  of: { tokenHash: string } | { user: string },
  { user, at }: { user: string; at: Date },
): Promise<string | null> {
  const found = await openInvitation(db, of, at)
  if (!found) return null
  const taken = await db
    .update(invitations)
    .set({ acceptedAt: at, user })
    .where(and(eq(invitations.tokenHash, found.tokenHash), isNull(invitations.acceptedAt)))
    .returning({ person: invitations.person })
  if (taken.length === 0) return null
  await db.update(people).set({ user }).where(eq(people.id, found.person))
  await noteSecurity(db, { actor: found.person, action: 'person.accepted', person: found.person }, at)
  return found.person
}
