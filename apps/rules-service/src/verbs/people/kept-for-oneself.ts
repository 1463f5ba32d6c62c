import type { PersonExport } from '@workplan/domain'
import { and, asc, eq } from 'drizzle-orm'
import type { Transaction } from '../../store/database.ts'
import { notificationPreferences, personMarks } from '../../store/schema/index.ts'

/** What somebody keeps for themselves in a programme: how far they have read, and what e-mails they want. */
export async function keptForOneself(
  db: Transaction,
  programme: string,
  person: string,
): Promise<Pick<PersonExport, 'read' | 'emails'>> {
  const marks = await db
    .select()
    .from(personMarks)
    .where(and(eq(personMarks.programme, programme), eq(personMarks.person, person)))
    .orderBy(asc(personMarks.name))
  const { frequency, weekday, address } = notificationPreferences
  const [emails] = await db
    .select({ frequency, weekday, address })
    .from(notificationPreferences)
    .where(and(eq(notificationPreferences.programme, programme), eq(notificationPreferences.person, person)))
  return {
    read: marks.map(({ name, seq, at }) => ({ what: name, upTo: seq, at: at.toISOString() })),
    emails: emails ?? null,
  }
}
