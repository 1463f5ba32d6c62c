import { and, asc, eq, gte, sql, TransactionRollbackError } from 'drizzle-orm'
import { tamperings, type Tampered, type Tampering } from '../src/journal/tampering.fixture.ts'
import type { WitnessedHead } from '../src/journal/signed-head.ts'
import { verifyJournalIn } from '../src/journal/verify-journal.ts'
import type { Database, Transaction } from '../src/store/database.ts'
import { journal, journalHeads } from '../src/store/schema/index.ts'
import type { JournalRow } from '../src/store/store.ts'
import { PROGRAMME } from './scratch-journal.ts'

/** How many of one kind of tampering were found, and how near. */
export interface Found {
  tried: number
  found: number
  /** Named the first row that is not what it was. */
  atRow: number
  /** Named the row after it, which does not follow on it any more. */
  atNext: number
  /** Named a later row of the same change, at which a head is kept outside. */
  inChange: number
}

const ROWS_PER_INSERT = 500
const NONE: Found = { tried: 0, found: 0, atRow: 0, atNext: 0, inChange: 0 }

/** Tampers with the journal in the database, in a random way each round, verifies it and undoes the tampering. */
export async function tamperRounds(
  database: Database,
  headsOutside: readonly WitnessedHead[],
  { rounds, random }: { rounds: number; random: () => number },
): Promise<Map<string, Found>> {
  const rows = await database
    .select()
    .from(journal)
    .where(eq(journal.programme, PROGRAMME))
    .orderBy(asc(journal.seq))
  const results = new Map<string, Found>()
  const kinds = Object.entries<Tampering>(tamperings)
  for (let round = 0; round < rounds; round += 1) {
    const [name, tamper] = kinds[round % kinds.length] as [string, Tampering]
    const tampered = tamper(rows, random)
    const seq = await faultWhile(database, tampered, headsOutside)
    results.set(name, counted(results.get(name), seq, tampered.at, lastOfChange(rows, tampered.at)))
  }
  return results
}

/** The row that the verifier names while the journal is tampered with; null when it finds nothing. */
async function faultWhile(
  database: Database,
  tampered: Tampered,
  headsOutside: readonly WitnessedHead[],
): Promise<number | null> {
  let seq: number | null = null
  const undone = await database
    .transaction(async (db) => {
      await apply(db, tampered)
      const verified = await verifyJournalIn(db, headsOutside)
      seq = verified.find(({ programme }) => programme === PROGRAMME)?.fault?.seq ?? null
      db.rollback()
    })
    .catch((error: unknown) => error)
  if (!(undone instanceof TransactionRollbackError)) throw undone
  return seq
}

/** As the owner of the database, who can switch the guards of the journal off. */
async function apply(db: Transaction, { rows, head, at }: Tampered): Promise<void> {
  await db.execute(sql`set local session_replication_role = replica`)
  await db.delete(journal).where(and(eq(journal.programme, PROGRAMME), gte(journal.seq, at)))
  const changed = rows.filter(({ seq }) => seq >= at)
  for (let start = 0; start < changed.length; start += ROWS_PER_INSERT)
    await db.insert(journal).values(changed.slice(start, start + ROWS_PER_INSERT))
  await db.update(journalHeads).set(head).where(eq(journalHeads.programme, PROGRAMME))
}

function counted(known: Found | undefined, seq: number | null, at: number, lastOfChange: number): Found {
  const { tried, found, atRow, atNext, inChange } = known ?? NONE
  const later = seq !== null && seq > at + 1 && seq <= lastOfChange
  return {
    tried: tried + 1,
    found: found + (seq === null ? 0 : 1),
    atRow: atRow + (seq === at ? 1 : 0),
    atNext: atNext + (seq === at + 1 ? 1 : 0),
    inChange: inChange + (later ? 1 : 0),
  }
}

function lastOfChange(rows: readonly JournalRow[], seq: number): number {
  const change = rows.find((row) => row.seq === seq)?.change
  return rows.findLast((row) => row.change === change)?.seq ?? seq
}
