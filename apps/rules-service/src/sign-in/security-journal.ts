import { asc, desc, eq, gt, sql } from 'drizzle-orm'
import type { ChainHead } from '../journal/check-chain.ts'
import type { Database, Transaction } from '../store/database.ts'
import { CHANGE_CHANNEL, FIRST_HASH, sealRows, type UnsealedRow } from '../store/journal.ts'
import { securityJournal } from '../store/schema/index.ts'
import type { JournalRow } from '../store/store.ts'
import { dayInEngland } from '../store/today.ts'

/** What can happen to a way in. Permanent words: they stand in the journal. */
export type SecurityAction =
  | 'sign-in.done'
  | 'sign-in.refused'
  | 'sign-out.done'
  | 'session.expired'
  | 'account.begun'
  | 'person.invited'
  | 'person.accepted'
  | 'person.disabled'
  | 'person.enabled'
  | 'person.held'
  | 'person.released'
  | 'person.exported'
  | 'person.removed'
  | 'roles.changed'
  | 'sessions.ended'

/** One thing that happened. It names people by id, and holds nothing that would have to be taken out of it again. */
export interface SecurityEvent {
  /** A person's id, `system`, or `nobody` where it is not known who. */
  actor: string
  action: SecurityAction
  person: string | null
  detail?: Record<string, string>
}

/** What this chain is called where a programme's has its id: in what is sealed, signed and told. No programme has such an id. */
export const SECURITY_CHAIN = '@security'

/** Any number that no other lock has: rows are numbered one after another. */
const CHAIN_LOCK = 4_800_180_002
const ROWS_PER_QUERY = 2_000

/** Adds an event to the end of the chain, in the caller's transaction, and tells everyone who listens. */
export async function noteSecurity(db: Transaction, event: SecurityEvent, at: Date): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock(${CHAIN_LOCK})`)
  const last = await readSecurityHead(db)
  const { actor, action, person, detail = null } = event
  const row = { seq: (last?.seq ?? 0) + 1, at, actor, action, person, detail }
  const [sealed] = sealRows([asJournalRow(row)], last?.hash ?? FIRST_HASH)
  if (sealed)
    await db.insert(securityJournal).values({ ...row, prevHash: sealed.prevHash, hash: sealed.hash })
  await db.execute(sql`select pg_notify(${CHANGE_CHANNEL}, ${SECURITY_CHAIN})`)
}

/** The end of the chain; null when it has no row yet. */
export async function readSecurityHead(db: Database | Transaction): Promise<ChainHead | null> {
  const [last] = await db
    .select({ seq: securityJournal.seq, hash: securityJournal.hash })
    .from(securityJournal)
    .orderBy(desc(securityJournal.seq))
    .limit(1)
  return last ?? null
}

/** As noteSecurity, in a transaction of its own. */
export function recordSecurity(database: Database, event: SecurityEvent, at: Date): Promise<void> {
  return database.transaction((db) => noteSecurity(db, event, at))
}

/** Every row in order, as rows of a journal, so that the chain is checked like that of a programme. */
export async function* securityRows(database: Database): AsyncGenerator<JournalRow> {
  let after = 0
  for (;;) {
    const rows = await database
      .select()
      .from(securityJournal)
      .where(gt(securityJournal.seq, after))
      .orderBy(asc(securityJournal.seq))
      .limit(ROWS_PER_QUERY)
    yield* rows.map((row) => ({ ...asJournalRow(row), prevHash: row.prevHash, hash: row.hash }))
    after = rows.at(-1)?.seq ?? after
    if (rows.length < ROWS_PER_QUERY) return
  }
}

/** What happened to one person, oldest first. */
export function securityEventsOf(database: Database, person: string) {
  const { at, actor, action, detail } = securityJournal
  return database
    .select({ at, actor, action, detail })
    .from(securityJournal)
    .where(eq(securityJournal.person, person))
    .orderBy(asc(securityJournal.seq))
}

type StoredEvent = Pick<
  typeof securityJournal.$inferSelect,
  'seq' | 'at' | 'actor' | 'action' | 'person' | 'detail'
>

function asJournalRow({ seq, at, actor, action, person, detail }: StoredEvent): UnsealedRow {
  return {
    programme: SECURITY_CHAIN,
    seq,
    change: seq,
    at,
    asAt: dayInEngland(at),
    actor,
    action,
    kind: 'person',
    recordId: person ?? '',
    title: '',
    before: null,
    after: detail,
    why: null,
    cause: null,
    stored: null,
  }
}
