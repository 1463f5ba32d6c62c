import { and, like, lt, sql } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import { sha256 } from '../store/canonical-json.ts'
import type { Database } from '../store/database.ts'
import { isDatabaseUnavailable } from '../store/database-errors.ts'
import { authRateLimits } from '../store/schema/index.ts'

const WINDOW_MS = 60_000
const KEPT_MS = 2 * WINDOW_MS
/** So many requests an instance takes from the database at once: one query for each lot, not for each request. */
const LOT = 20
/** Sets these rows apart from those of the sign-in, which counts in the same table. */
const PREFIX = 'request:'

/** Counts requests by who sends them, for all instances together. */
export interface RequestQuota {
  /** Takes one of `limit` requests in the present minute: null, or the seconds until there are more. */
  take(who: string, limit: number): Promise<number | null>
}

/** Quotas kept in the database. `who` is kept as a hash, for a few minutes. */
export function createRequestQuota(database: Database, now: () => Date): RequestQuota {
  /** What was taken and not used, and who has nothing more in this minute. */
  let inHand = new Map<string, number | 'spent'>()
  let present = 0

  async function take(who: string, limit: number): Promise<number | null> {
    const at = now().getTime()
    const window = at - (at % WINDOW_MS)
    if (window !== present) await begin(window)
    const wait = Math.ceil((window + WINDOW_MS - at) / 1_000)
    const left = inHand.get(who) ?? 0
    if (left === 'spent') return wait
    if (left === 0) return (await drawLot(who, limit, window)) ? null : wait
    inHand.set(who, left - 1)
    return null
  }

  async function begin(window: number): Promise<void> {
    present = window
    inHand = new Map()
    const isOld = lt(authRateLimits.lastRequest, window - KEPT_MS)
    await database.delete(authRateLimits).where(and(like(authRateLimits.key, `${PREFIX}%`), isOld))
  }

  async function drawLot(who: string, limit: number, window: number): Promise<boolean> {
    const key = PREFIX + sha256(who)
    const [drawn] = await database
      .insert(authRateLimits)
      // An id that is the same for all would be refused as a second one before the key is found to be there.
      .values({ id: randomUUID(), key, count: LOT, lastRequest: window })
      .onConflictDoUpdate({
        target: authRateLimits.key,
        set: {
          count: sql`case when ${authRateLimits.lastRequest} = ${window} then ${authRateLimits.count} + ${LOT} else ${LOT} end`,
          lastRequest: window,
        },
      })
      .returning({ count: authRateLimits.count })
    const granted = Math.min(LOT, limit - ((drawn?.count ?? LOT) - LOT))
    if (granted <= 0) {
      inHand.set(who, 'spent')
      return false
    }
    const left = inHand.get(who) ?? 0
    inHand.set(who, (left === 'spent' ? 0 : left) + granted - 1)
    return true
  }

  // Without a database nothing is counted; what needs it says so itself.
  return {
    take: (who, limit) =>
      take(who, limit).catch((error: unknown) => {
        if (isDatabaseUnavailable(error)) return null
        throw error
      }),
  }
}
