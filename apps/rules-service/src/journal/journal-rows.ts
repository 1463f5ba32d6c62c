import type { Transaction } from '../store/database.ts'
import { readJournal } from '../store/journal.ts'
import type { JournalRow } from '../store/store.ts'

const ROWS_PER_QUERY = 2_000

/** Every row of a programme's journal in order of sequence numbers, read a part at a time. */
export async function* journalRows(db: Transaction, programme: string): AsyncGenerator<JournalRow> {
  let after: number | undefined
  for (;;) {
    const rows = await readJournal(db, programme, {
      order: 'oldest-first',
      limit: ROWS_PER_QUERY,
      ...(after !== undefined && { after }),
    })
    yield* rows
    after = rows.at(-1)?.seq
    if (rows.length < ROWS_PER_QUERY) return
  }
}
