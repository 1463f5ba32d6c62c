import type { DigestChoice } from '@workplan/domain'
import { and, eq, inArray } from 'drizzle-orm'
import type { Transaction } from '../store/database.ts'
import { authUsers, notificationPreferences, people } from '../store/schema/index.ts'
import { DEFAULT_CHOICE } from './digest-slot.ts'
import { domainOf } from './mail-config.ts'

/** Somebody who may get e-mails about a programme. */
export interface DigestReader {
  person: string
  choice: DigestChoice
  /** The address of the account; null when it has none that mail reaches. */
  accountAddress: string | null
  /** False for somebody who may not sign in. */
  active: boolean
}

/** What these people chose about the e-mails of a programme. Runs inside a transaction of the programme. */
export async function readDigestReaders(
  db: Transaction,
  programme: string,
  persons: readonly string[],
): Promise<DigestReader[]> {
  if (persons.length === 0) return []
  const rows = await db
    .select({
      person: people.id,
      disabledAt: people.disabledAt,
      email: authUsers.email,
      choice: notificationPreferences,
    })
    .from(people)
    .leftJoin(authUsers, eq(authUsers.id, people.user))
    .leftJoin(
      notificationPreferences,
      and(eq(notificationPreferences.person, people.id), eq(notificationPreferences.programme, programme)),
    )
    .where(inArray(people.id, [...persons]))
    .orderBy(people.id)
  return rows.map(({ person, disabledAt, email, choice }) => ({
    person,
    choice: choice ?? DEFAULT_CHOICE,
    accountAddress: email !== null && reaches(email) ? email : null,
    active: disabledAt === null,
  }))
}

/** Where e-mails for somebody go; null when there is no such place. */
export function addressOf({ choice, accountAddress }: DigestReader): string | null {
  return choice.address ?? accountAddress
}

/** Accounts of single sign-on and of the demonstration have addresses that stand for none. */
function reaches(address: string): boolean {
  return !domainOf(address).endsWith('.invalid')
}
