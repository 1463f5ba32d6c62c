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

/** The version of every flag that something ever became of, as flagVersion has it. */
export async function flagVersions(db: Transaction, programme: string): Promise<Map<string, number>> {
  const found = await db
    .select({ id: journal.recordId, seq: max(journal.seq) })
    .from(journal)
    .where(
      and(eq(journal.programme, programme), eq(journal.kind, 'flag'), ne(journal.action, 'flag.changed')),
    )
    .groupBy(journal.recordId)
  return new Map(found.map(({ id, seq }) => [id, seq ?? 0]))
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
