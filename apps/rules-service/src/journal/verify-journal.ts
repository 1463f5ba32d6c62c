import { eq } from 'drizzle-orm'
import type { Database, Transaction } from '../store/database.ts'
import { enterProgramme, listProgrammesIn } from '../store/isolation.ts'
import { journalHeads } from '../store/schema/index.ts'
import { checkChain, type CheckedChain } from './check-chain.ts'
import { journalRows } from './journal-rows.ts'
import type { WitnessedHead } from './signed-head.ts'

export interface VerifiedProgramme extends CheckedChain {
  programme: string
  /** How many heads outside the database there were to compare with. */
  headsOutside: number
}

/**
 * Recomputes the chain of every programme that the database or a head outside it knows, in one snapshot: a service
 * may go on writing. The heads must have been read before.
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
  const known = new Set([...(await listProgrammesIn(db)), ...outside.keys()])
  const verified: VerifiedProgramme[] = []
  for (const programme of [...known].toSorted()) {
    await enterProgramme(db, programme)
    const [head] = await db.select().from(journalHeads).where(eq(journalHeads.programme, programme))
    const compared = outside.get(programme) ?? []
    const checked = await checkChain(journalRows(db, programme), head ?? null, compared)
    verified.push({ programme, headsOutside: compared.length, ...checked })
  }
  return verified
}
