import { eq, lt, or, sql } from 'drizzle-orm'
import type { Database } from '../store/database.ts'
import { sha256 } from '../store/canonical-json.ts'
import { signInAttempts } from '../store/schema/index.ts'

/** Wrong tries that an account has in one window, wherever they come from. */
export const ATTEMPTS = 10
/** Refusals of people nobody knows that are journalled in one window. */
export const REFUSALS = 200
const WINDOW_MS = 15 * 60 * 1000

type Tries = 'allowed' | 'first-too-many' | 'too-many'

/** No address has this hash. */
const OF_NOBODY = 'refusals of nobody'

/** Counts tries per account in the database: no address, forged or not, and no second instance gives more of them. */
export interface AttemptLimit {
  /**
   * Whether one more try may be verified; it is counted before that happens. The first one too many is told from those
   * that follow, so that a flood of them does not fill the journal.
   */
  count(address: string): Promise<Tries>
  /** As `count`, for the journalling of refusals of people nobody knows, all of them together. */
  countRefusal(): Promise<Tries>
  /** Starts anew after somebody has shown that the account is theirs. */
  forget(address: string): Promise<void>
}

export function createAttemptLimit(database: Database, now: () => Date): AttemptLimit {
  async function count(account: string, most: number): Promise<Tries> {
    const at = now()
    const until = new Date(at.getTime() + WINDOW_MS)
    const isOver = sql`${signInAttempts.until} < ${at.toISOString()}::timestamptz`
    const [counted] = await database
      .insert(signInAttempts)
      .values({ account, count: 1, until })
      .onConflictDoUpdate({
        target: signInAttempts.account,
        set: {
          count: sql`case when ${isOver} then 1 else least(${signInAttempts.count} + 1, ${most + 2}) end`,
          until: sql`case when ${isOver} then excluded.until else ${signInAttempts.until} end`,
        },
      })
      .returning({ tries: signInAttempts.count })
    const tries = counted?.tries ?? Infinity
    if (tries <= most) return 'allowed'
    return tries === most + 1 ? 'first-too-many' : 'too-many'
  }

  async function forget(address: string): Promise<void> {
    // Addresses that nobody tried for a while leave nothing behind either.
    const isOld = lt(signInAttempts.until, now())
    await database.delete(signInAttempts).where(or(eq(signInAttempts.account, keyOf(address)), isOld))
  }

  return {
    count: (address) => count(keyOf(address), ATTEMPTS),
    countRefusal: () => count(OF_NOBODY, REFUSALS),
    forget,
  }
}

function keyOf(address: string): string {
  return sha256(address.trim().toLowerCase())
}
