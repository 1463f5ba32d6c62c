import { and, eq } from 'drizzle-orm'
import type { Transaction } from '../../store/database.ts'
import { digests, notificationPreferences, personMarks } from '../../store/schema/index.ts'

/**
 * Takes out what somebody kept for themselves in a programme, or with null in all that the transaction sees: how far they
 * had read, and what e-mails they wanted.
 */
export async function forgetOwn(db: Transaction, programme: string | null, person: string): Promise<void> {
  for (const table of [personMarks, notificationPreferences, digests])
    await db
      .delete(table)
      .where(and(programme === null ? undefined : eq(table.programme, programme), eq(table.person, person)))
}
