import { and, eq, lt, max, ne } from 'drizzle-orm'
import type { Database, Transaction } from '../../store/database.ts'
import { inProgramme } from '../../store/isolation.ts'
import { journal } from '../../store/schema/index.ts'

/**
 * The version of a flag, for `If-Match`: the journal entry of the last thing that became of it. That it says something else
 * than the day before is no new version. `before` leaves out the entries from that one on.
 */
export async function flagVersion(
  db: Transaction,
  programme: string,
  id: string,
  before?: number,
): Promise<number> {
  const [found] = await db
    .select({ seq: max(journal.seq) })
    .from(journal)
    .where(
      and(
        eq(journal.programme, programme),
        eq(journal.kind, 'flag'),
        eq(journal.recordId, id),
        ne(journal.action, 'flag.changed'),
        before === undefined ? undefined : lt(journal.seq, before),
      ),
    )
  return found?.seq ?? 0
}

/** As flagVersion, in a transaction of its own. */
export function readFlagVersion(
  database: Database,
  programme: string,
  id: string,
  before?: number,
): Promise<number> {
  return inProgramme(database, programme, (db) => flagVersion(db, programme, id, before))
}
