import { FIRST_HASH } from '../store/journal.ts'
import type { Database } from '../store/database.ts'
import { securityRows } from '../sign-in/security-journal.ts'
import { type ChainHead, checkChain, type CheckedChain } from './check-chain.ts'
import { faultInWords } from './fault-in-words.ts'

export interface VerifiedSecurity extends CheckedChain {
  /** How many heads outside the database there were to compare with. */
  headsOutside: number
}

/**
 * Recomputes the chain of the journal of sign-ins and roles, and compares it with its heads outside the database, which must
 * have been read before. The table is its own head: only those notice rows that were cut from its end.
 */
export async function verifySecurityJournal(
  database: Database,
  headsOutside: readonly ChainHead[],
): Promise<VerifiedSecurity> {
  const last: ChainHead = { seq: 0, hash: FIRST_HASH }
  async function* rows() {
    for await (const row of securityRows(database)) {
      last.seq = row.seq
      last.hash = row.hash
      yield row
    }
  }
  return { ...(await checkChain(rows(), last, headsOutside)), headsOutside: headsOutside.length }
}

/** What that came to, as a line. */
export function securityLine({ rows, fault, headsOutside }: VerifiedSecurity): string {
  return fault
    ? `BROKEN  sign-ins and roles, row ${fault.seq}: ${faultInWords(fault)} (${fault.kind}).`
    : `whole   sign-ins and roles: ${rows} rows, compared with ${headsOutside} signed heads outside the database.`
}
