import { eq } from 'drizzle-orm'
import type { Transaction } from './database.ts'
import { appendRows, sealRows } from './journal.ts'
import type { JournalHead } from './load-programme.ts'
import type { LoadedProgramme } from './programme.ts'
import { journalHeads } from './schema/index.ts'
import { readTableRows } from './stored-parts.ts'
import { sendAhead } from './transaction.ts'

/**
 * Adds to a journal that an earlier version began what its rows do not say, so that from here on it rebuilds every table.
 * The caller holds the lock of the head.
 */
export async function completeJournal(
  db: Transaction,
  head: JournalHead,
  { state: { programme }, flags, asAt }: LoadedProgramme,
  at: Date,
): Promise<void> {
  if (head.replayFrom !== null) return
  const seq = head.seq + 1
  const row = {
    programme: programme.id,
    seq,
    change: seq,
    at,
    asAt,
    actor: 'system',
    action: 'journal.completed',
    kind: 'programme',
    recordId: programme.id,
    title: programme.name,
    before: null,
    after: null,
    why: 'An earlier version of Workplan began this journal; from here on it alone rebuilds everything',
    cause: null,
    stored: { flags: [...flags.values()], rows: await readTableRows(db, programme.id, 'all') },
  }
  await appendRows(db, sealRows([row], head.hash))
  sendAhead(
    db,
    db.update(journalHeads).set({ replayFrom: seq }).where(eq(journalHeads.programme, programme.id)),
  )
}
