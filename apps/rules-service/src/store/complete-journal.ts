import { eq } from 'drizzle-orm'
import { journalRows } from '../journal/journal-rows.ts'
import type { Transaction } from './database.ts'
import { appendRows, sealRows } from './journal.ts'
import type { JournalHead } from './load-programme.ts'
import type { LoadedProgramme } from './programme.ts'
import { beginReplay } from './replay/replay-journal.ts'
import { journalHeads } from './schema/index.ts'
import { readTableRows } from './stored-parts.ts'
import { sendAhead } from './transaction.ts'

/**
 * Adds to a journal that an earlier version began what its rows do not say, so that from here on it rebuilds every table.
 * One that says everything gets no such row, whatever its head says: it would make altered tables the truth. The caller
 * holds the lock of the head.
 */
export async function completeJournal(
  db: Transaction,
  head: JournalHead,
  { state: { programme }, flags, asAt }: LoadedProgramme,
  at: Date,
): Promise<void> {
  if (head.replayFrom !== null) return
  const known = await completeFrom(db, programme.id)
  if (known !== null) return markComplete(db, programme.id, known)
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
  markComplete(db, programme.id, seq)
}

/** The row from which on the journal rebuilds every table, by its rows alone; null when there is none. */
async function completeFrom(db: Transaction, programme: string): Promise<number | null> {
  const replay = beginReplay()
  for await (const row of journalRows(db, programme)) replay.apply(row)
  return replay.result().completeFrom
}

function markComplete(db: Transaction, programme: string, replayFrom: number): void {
  sendAhead(db, db.update(journalHeads).set({ replayFrom }).where(eq(journalHeads.programme, programme)))
}
