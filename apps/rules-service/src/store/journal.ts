import { and, asc, desc, eq, gt, lt } from 'drizzle-orm'
import type { Transaction } from './database.ts'
import { canonicalJson, sha256 } from './canonical-json.ts'
import { rowInserter } from './insert-rows.ts'
import { journal } from './schema/index.ts'
import type { JournalQuery, JournalRow } from './store.ts'
import { plainQuery, sendAhead, sendInLots } from './transaction.ts'

/** What the first row of a chain follows on. */
export const FIRST_HASH = '0'.repeat(64)

export type UnsealedRow = Omit<JournalRow, 'prevHash' | 'hash'>

const ROWS_PER_INSERT = 500

/**
 * The hash of a row that follows `prevHash`: SHA-256 over a canonical JSON list, in which no two different rows can
 * read the same.
 */
export function hashOfRow(row: UnsealedRow, prevHash: string): string {
  const {
    programme,
    seq,
    change,
    at,
    asAt,
    actor,
    action,
    kind,
    recordId,
    title,
    before,
    after,
    why,
    cause,
    stored,
  } = row
  return sha256(
    canonicalJson([
      prevHash,
      programme,
      seq,
      change,
      at.toISOString(),
      asAt,
      actor,
      action,
      kind,
      recordId,
      title,
      before ?? null,
      after ?? null,
      why,
      cause,
      // Rows of before there was such a part keep their hash.
      ...(stored ? [stored] : []),
    ]),
  )
}

/** The rows, each linked to the one before. */
export function sealRows(rows: readonly UnsealedRow[], prevHash: string): JournalRow[] {
  let previous = prevHash
  return rows.map((row) => {
    const hash = hashOfRow(row, previous)
    const sealed = { ...row, prevHash: previous, hash }
    previous = hash
    return sealed
  })
}

/** The channel on which other instances and open pages hear, once the transaction commits, that a programme has changed. */
export const CHANGE_CHANNEL = 'workplan_change'

/** Writes sealed rows to the end of the journal, and tells everyone who listens; the caller holds the lock of the head. */
export async function appendRows(db: Transaction, rows: readonly JournalRow[]): Promise<void> {
  const last = rows.at(-1)
  if (!last) return
  await sendInLots(db, rows, ROWS_PER_INSERT, (lot) => insertRows(db, lot))
  const moved =
    'update journal_heads set seq = $1, hash = $2 where programme = $3 returning pg_notify($4, programme)'
  sendAhead(db, plainQuery(db, moved, [last.seq, last.hash, last.programme, CHANGE_CHANNEL]))
}

const insertRows = rowInserter(journal)

/** When an entry was made; null when there is none with this number. */
export async function timeOfEntry(db: Transaction, programme: string, seq: number): Promise<Date | null> {
  const [entry] = await db
    .select({ at: journal.at })
    .from(journal)
    .where(and(eq(journal.programme, programme), eq(journal.seq, seq)))
  return entry?.at ?? null
}

export async function readJournal(
  db: Transaction,
  programme: string,
  query: JournalQuery,
): Promise<JournalRow[]> {
  return db
    .select()
    .from(journal)
    .where(
      and(
        eq(journal.programme, programme),
        query.kind === undefined ? undefined : eq(journal.kind, query.kind),
        query.id === undefined ? undefined : eq(journal.recordId, query.id),
        query.before === undefined ? undefined : lt(journal.seq, query.before),
        query.after === undefined ? undefined : gt(journal.seq, query.after),
      ),
    )
    .orderBy(query.order === 'newest-first' ? desc(journal.seq) : asc(journal.seq))
    .limit(query.limit)
}
