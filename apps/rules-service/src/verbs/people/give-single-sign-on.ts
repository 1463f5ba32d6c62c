import { and, eq } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import { AppError } from '../../errors.ts'
import { accountOf } from '../../sign-in/check-identity.ts'
import { noteSecurity } from '../../sign-in/security-journal.ts'
import type { SingleSignOnConfig } from '../../sign-in/sign-in-config.ts'
import { addressOfAccount, SINGLE_SIGN_ON } from '../../sign-in/single-sign-on.ts'
import { authAccounts, authUsers, people } from '../../store/schema/index.ts'
import type { Change } from '../../store/store.ts'

/**
 * Makes the account by which a person comes in through single sign-on, known by the configured issuer and a subject there.
 * Throws `invalid-input` where there is no single sign-on, and for a subject that is somebody else.
 */
export async function giveSingleSignOn(
  { db, at, actor }: Change,
  config: SingleSignOnConfig | null,
  { person, subject }: { person: string; subject: string },
): Promise<void> {
  if (!config) throw refused('There is no single sign-on here: invite them with a link.')
  const account = accountOf(config.issuer, subject)
  const isAccount = and(eq(authAccounts.providerId, SINGLE_SIGN_ON), eq(authAccounts.accountId, account))
  const [taken] = await db.select({ id: authAccounts.id }).from(authAccounts).where(isAccount)
  if (taken) throw refused('Somebody signs in with this identifier already.')
  const user = randomUUID()
  const times = { createdAt: at, updatedAt: at }
  await db
    .insert(authUsers)
    .values({ id: user, name: '', email: addressOfAccount(account), emailVerified: false, ...times })
  await db
    .insert(authAccounts)
    .values({ id: randomUUID(), accountId: account, providerId: SINGLE_SIGN_ON, userId: user, ...times })
  await db.update(people).set({ user }).where(eq(people.id, person))
  await noteSecurity(db, { actor, action: 'person.invited', person }, at)
}

function refused(message: string): AppError {
  return new AppError('invalid-input', `${message} Nobody was added.`, {
    errors: [{ path: 'subject', message }],
  })
}
