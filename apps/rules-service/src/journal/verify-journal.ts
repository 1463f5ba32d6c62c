import type { Database, Transaction } from '../store/database.ts'
import { journal, journalHeads } from '../store/schema/index.ts'
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
  const heads = await db.select().from(journalHeads)
  const written = await db.selectDistinct({ programme: journal.programme }).from(journal)
  const outside = Map.groupBy(headsOutside, ({ programme }) => programme)
  const known = new Set([...heads, ...written, ...headsOutside].map(({ programme }) => programme))
  const verified: VerifiedProgramme[] = []
  for (const programme of [...known].toSorted()) {
    const head = heads.find((candidate) => candidate.programme === programme) ?? null
    const compared = outside.get(programme) ?? []
    const checked = await checkChain(journalRows(db, programme), head, compared)
    verified.push({ programme, headsOutside: compared.length, ...checked })
  }
  return verified
}
