import { FIRST_HASH } from '../store/journal.ts'
import type { Database } from '../store/database.ts'
import { securityRows } from '../sign-in/security-journal.ts'
import { type ChainHead, checkChain, type CheckedChain } from './check-chain.ts'
import { faultInWords } from './fault-in-words.ts'

/**
 * Recomputes the chain of the journal of sign-ins and roles. No head of it is kept outside the database, so that rows cut
 * from its end cannot be noticed.
 */
export async function verifySecurityJournal(database: Database): Promise<CheckedChain> {
  const last: ChainHead = { seq: 0, hash: FIRST_HASH }
  async function* rows() {
    for await (const row of securityRows(database)) {
      last.seq = row.seq
      last.hash = row.hash
      yield row
    }
  }
  return checkChain(rows(), last, [])
}

/** What that came to, as a line. */
export function securityLine({ rows, fault }: CheckedChain): string {
  return fault
    ? `BROKEN  sign-ins and roles, row ${fault.seq}: ${faultInWords(fault)} (${fault.kind}).`
    : `whole   sign-ins and roles: ${rows} rows, without signed heads outside the database.`
}
