import { type FlagMove, type FlagStatus, type IsoDate, Severity } from '@workplan/domain'
import { and, asc, eq, gt, inArray, isNotNull, lte, min, or, sql } from 'drizzle-orm'
import type { Database, Transaction } from '../../store/database.ts'
import { inProgramme } from '../../store/isolation.ts'
import { journal } from '../../store/schema/index.ts'
import { dayInEngland } from '../../store/today.ts'

/** A task or milestone whose due date was changed. */
export interface DueMove {
  record: string
  seq: number
}

/** What the journal of a programme says over time of its flags and due dates, up to one entry. */
export interface Trail {
  /** The day of the first entry. */
  begins: IsoDate
  seq: number
  flags: readonly (FlagMove & { seq: number })[]
  dues: readonly DueMove[]
}

/** Trails by database and programme: a journal only grows, so what was read is read once. */
const trails = new WeakMap<Database, Map<string, Trail>>()

/** The trail of a programme up to the entry `seq`, which must be there. */
export async function readTrail(database: Database, programme: string, seq: number): Promise<Trail> {
  const ofDatabase = trails.get(database) ?? new Map<string, Trail>()
  trails.set(database, ofDatabase)
  const known = ofDatabase.get(programme)
  if (!known || known.seq < seq) {
    const read = await inProgramme(database, programme, (db) => readOn(db, programme, known, seq))
    if ((ofDatabase.get(programme)?.seq ?? 0) < seq) ofDatabase.set(programme, read)
    return read
  }
  return known.seq === seq
    ? known
    : {
        ...known,
        seq,
        flags: known.flags.filter((move) => move.seq <= seq),
        dues: known.dues.filter((move) => move.seq <= seq),
      }
}

const after = (field: string) => sql<string | null>`${journal.after}->>${field}`
const dueBefore = sql`${journal.before}->>'due'`

async function readOn(
  db: Transaction,
  programme: string,
  known: Trail | undefined,
  seq: number,
): Promise<Trail> {
  const isMovedDue = and(
    inArray(journal.kind, ['task', 'milestone']),
    isNotNull(dueBefore),
    sql`${dueBefore} is distinct from ${journal.after}->>'due'`,
  )
  const rows = await db
    .select({
      seq: journal.seq,
      at: journal.at,
      kind: journal.kind,
      record: journal.recordId,
      action: journal.action,
      status: after('status'),
      severity: after('severity'),
    })
    .from(journal)
    .where(
      and(
        eq(journal.programme, programme),
        gt(journal.seq, known?.seq ?? 0),
        lte(journal.seq, seq),
        or(eq(journal.kind, 'flag'), isMovedDue),
      ),
    )
    .orderBy(asc(journal.seq))
  const flags = rows.flatMap((row) => {
    const { kind, status } = row
    if (kind !== 'flag' || status === null) return []
    return [
      {
        seq: row.seq,
        flag: row.record,
        on: dayInEngland(row.at),
        action: row.action,
        // The store writes no other word into a row of a flag.
        status: status as FlagStatus,
        severity: Severity.safeParse(row.severity).data ?? null,
      },
    ]
  })
  const dues = rows.filter(({ kind }) => kind !== 'flag').map(({ record, seq: at }) => ({ record, seq: at }))
  return {
    begins: known?.begins ?? (await beginning(db, programme)),
    seq,
    flags: [...(known?.flags ?? []), ...flags],
    dues: [...(known?.dues ?? []), ...dues],
  }
}

async function beginning(db: Transaction, programme: string): Promise<IsoDate> {
  const [first] = await db
    .select({ at: min(journal.at) })
    .from(journal)
    .where(eq(journal.programme, programme))
  if (!first?.at) throw new Error(`the journal of ${programme} is empty`)
  return dayInEngland(first.at)
}
