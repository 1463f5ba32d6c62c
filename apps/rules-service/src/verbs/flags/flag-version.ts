import { and, eq, max, ne } from 'drizzle-orm'
import type { Database, Transaction } from '../../store/database.ts'
import { inProgramme } from '../../store/isolation.ts'
import { journal } from '../../store/schema/index.ts'

/**
 * The version of a flag, for `If-Match`: the journal entry of the last thing that became of it. That it says something else
 * than the day before is no new version.
 */
export async function flagVersion(db: Transaction, programme: string, id: string): Promise<number> {
  const [found] = await db
    .select({ seq: max(journal.seq) })
    .from(journal)
    .where(
      and(
        eq(journal.programme, programme),
        eq(journal.kind, 'flag'),
        eq(journal.recordId, id),
        ne(journal.action, 'flag.changed'),
      ),
    )
  return found?.seq ?? 0
}

/** As flagVersion, as it is now. */
export function readFlagVersion(database: Database, programme: string, id: string): Promise<number> {
  return inProgramme(database, programme, (db) => flagVersion(db, programme, id))
}
