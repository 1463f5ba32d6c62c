import type { IsoDate } from '@workplan/domain'
import { and, eq, isNull, lt, or, sql } from 'drizzle-orm'
import type { Transaction } from '../store/database.ts'
import { digests } from '../store/schema/index.ts'

/** Whose e-mail, in which programme. */
export interface Addressee {
  programme: string
  person: string
}

/** How long one instance has to send an e-mail before another takes over. */
const LEASE_MS = 10 * 60_000

/** The longest wait between two tries. */
const LONGEST_WAIT_MS = 60 * 60_000

/** What a database row says when somebody new is seen: their first e-mail is the next one. */
export async function beginDigests(db: Transaction, to: Addressee, day: IsoDate, now: Date): Promise<void> {
  await db
    .insert(digests)
    .values({ ...to, day, claimedUntil: now, attempts: 0, settledAt: now })
    .onConflictDoNothing()
}

/** From now on e-mails begin with the one after `day`, whatever was under way. */
export async function beginDigestsAnew(
  db: Transaction,
  to: Addressee,
  day: IsoDate,
  now: Date,
): Promise<void> {
  const anew = { day, claimedUntil: now, attempts: 0, settledAt: now }
  await db
    .insert(digests)
    .values({ ...to, ...anew })
    .onConflictDoUpdate({ target: [digests.programme, digests.person], set: anew })
}

/** Takes on the e-mail of a day. Of all who try at the same time one gets true; nobody for one that is settled. */
export async function claimDigest(db: Transaction, to: Addressee, day: IsoDate, now: Date): Promise<boolean> {
  const later = new Date(now.getTime() + LEASE_MS)
  const claimed = await db
    .update(digests)
    .set({
      day,
      claimedUntil: later,
      attempts: sql`case when ${digests.day} = ${day} then ${digests.attempts} + 1 else 1 end`,
      settledAt: null,
    })
    .where(
      and(
        of(to),
        or(
          lt(digests.day, day),
          and(eq(digests.day, day), isNull(digests.settledAt), lt(digests.claimedUntil, now)),
        ),
      ),
    )
    .returning({ day: digests.day })
  return claimed.length > 0
}

/** Nothing more is to be done about the e-mail of a day, which was claimed. */
export async function settleDigest(db: Transaction, to: Addressee, day: IsoDate, now: Date): Promise<void> {
  await db
    .update(digests)
    .set({ settledAt: now })
    .where(and(of(to), eq(digests.day, day)))
}

/** Lets anybody try again, after a wait that doubles with every try. */
export async function postponeDigest(db: Transaction, to: Addressee, day: IsoDate, now: Date): Promise<void> {
  const seconds = sql`least(power(2, ${digests.attempts}) * 60, ${LONGEST_WAIT_MS / 1000})`
  await db
    .update(digests)
    .set({ claimedUntil: sql`${now.toISOString()}::timestamptz + ${seconds} * interval '1 second'` })
    .where(and(of(to), eq(digests.day, day)))
}

function of({ programme, person }: Addressee) {
  return and(eq(digests.programme, programme), eq(digests.person, person))
}
