import { eq } from 'drizzle-orm'
import type { Database, Transaction } from '../store/database.ts'
import { enterProgramme, listJournalsIn } from '../store/isolation.ts'
import { compareTables, type TableDifference } from '../store/replay/compare-tables.ts'
import { beginReplay, type Replay, type ReplayedProgramme } from '../store/replay/replay-journal.ts'
import { journalHeads } from '../store/schema/index.ts'
import type { JournalRow } from '../store/store.ts'
import { checkChain, type CheckedChain } from './check-chain.ts'
import { journalRows } from './journal-rows.ts'
import type { WitnessedHead } from './signed-head.ts'

export interface VerifiedProgramme extends CheckedChain {
  programme: string
  /** How many heads outside the database there were to compare with. */
  headsOutside: number
  /** The first thing in the tables that is not what a whole journal says; null also for a broken one, which says nothing. */
  difference: TableDifference | null
  /**
   * False when an earlier version began the journal, as its own rows show, and it was not completed: of the tables only the
   * programme and its records were compared.
   */
  complete: boolean
}

/**
 * Recomputes the chain of every programme that the database or a head outside it knows, and holds the tables against it, in
 * one snapshot: a service may go on writing. The heads must have been read before.
 */
export function verifyJournal(
  database: Database,
  headsOutside: readonly WitnessedHead[],
): Promise<VerifiedProgramme[]> {
  return database.transaction((db) => verifyJournalIn(db, headsOutside), {
    isolationLevel: 'repeatable read',
    accessMode: 'read only',
  })
}

/** As verifyJournal, inside a transaction of the caller. */
export async function verifyJournalIn(
  db: Transaction,
  headsOutside: readonly WitnessedHead[],
): Promise<VerifiedProgramme[]> {
  const outside = Map.groupBy(headsOutside, ({ programme }) => programme)
  const known = new Set([...(await listJournalsIn(db)), ...outside.keys()])
  const verified: VerifiedProgramme[] = []
  for (const programme of [...known].toSorted()) {
    await enterProgramme(db, programme)
    const [head] = await db.select().from(journalHeads).where(eq(journalHeads.programme, programme))
    const compared = outside.get(programme) ?? []
    const replay = beginReplay()
    const rows = applied(journalRows(db, programme), replay)
    const checked = await checkChain(rows, head ?? null, compared)
    const replayed = replay.result()
    const difference = checked.fault === null ? await differenceFrom(db, programme, replayed, head) : null
    const complete = replayed.completeFrom !== null
    verified.push({ programme, headsOutside: compared.length, ...checked, difference, complete })
  }
  return verified
}

/** The head says what the rows show: the past is read by it, and so it is no less compared than they are. */
async function differenceFrom(
  db: Transaction,
  programme: string,
  replayed: ReplayedProgramme,
  head: { replayFrom: number | null } | undefined,
): Promise<TableDifference | null> {
  const difference = await compareTables(db, programme, replayed)
  if (difference || head?.replayFrom === replayed.completeFrom) return difference
  return { table: 'journal_heads', key: programme, what: 'altered' }
}

async function* applied(rows: AsyncIterable<JournalRow>, replay: Replay): AsyncGenerator<JournalRow> {
  for await (const row of rows) {
    replay.apply(row)
    yield row
  }
}
