import type { PersonExport } from '@workplan/domain'
import { and, count, eq, min, sql } from 'drizzle-orm'
import type { Transaction } from '../../store/database.ts'
import { journal } from '../../store/schema/index.ts'
import { inJson } from './forget-person.ts'

/** The most records that are listed: a name that is a common word stands in many. */
const MOST = 500

/**
 * Where somebody's whole name stands in what people wrote, by record, from the journal, which has all that was ever written.
 * Entries are sealed: a removal leaves these as they are.
 */
export async function findName(
  db: Transaction,
  programme: string,
  name: string,
): Promise<PersonExport['named']> {
  const { title, before, after, why, stored } = journal
  const words = sql`lower(concat_ws(' ', ${title}, ${why}, ${before}::text, ${after}::text, ${stored}::text))`
  const isNamed = sql`(strpos(${words}, lower(${name})) > 0 or strpos(${words}, lower(${inJson(name)})) > 0)`
  const first = min(journal.seq)
  const rows = await db
    .select({ kind: journal.kind, id: journal.recordId, entries: count(), first })
    .from(journal)
    .where(and(eq(journal.programme, programme), isNamed))
    .groupBy(journal.kind, journal.recordId)
    .orderBy(first)
    .limit(MOST)
  return rows.map((row) => ({ ...row, first: row.first ?? 0 }))
}
