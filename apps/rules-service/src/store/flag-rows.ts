import { eq, sql } from 'drizzle-orm'
import type { Transaction } from './database.ts'
import type { StoredFlag } from './programme.ts'
import { flags } from './schema/index.ts'
import { sendInLots } from './transaction.ts'

const ROWS_PER_INSERT = 200

/** Every flag of a programme, by id. */
export async function readFlags(db: Transaction, programme: string): Promise<Map<string, StoredFlag>> {
  const rows = await db.select().from(flags).where(eq(flags.programme, programme)).orderBy(flags.id)
  return new Map(rows.map((row) => [row.id, flagOfRow(row)]))
}

/** Writes flags, new or known. */
export async function writeFlags(
  db: Transaction,
  programme: string,
  changed: readonly StoredFlag[],
): Promise<void> {
  await sendInLots(db, changed, ROWS_PER_INSERT, (lot) =>
    db
      .insert(flags)
      .values(lot.map((flag) => rowOfFlag(programme, flag)))
      .onConflictDoUpdate({ target: [flags.programme, flags.id], set: everyColumn }),
  )
}

type FlagRow = typeof flags.$inferSelect

function rowOfFlag(programme: string, flag: StoredFlag): FlagRow {
  const { subject, raisedAt, clearedAt, ...same } = flag
  return {
    ...same,
    programme,
    subjectKind: subject.kind,
    subjectId: subject.id,
    subjectTitle: subject.title,
    raisedAt: new Date(raisedAt),
    clearedAt: clearedAt === null ? null : new Date(clearedAt),
  }
}

function flagOfRow(row: FlagRow): StoredFlag {
  const { programme: _programme, subjectKind, subjectId, subjectTitle, raisedAt, clearedAt, ...same } = row
  return {
    ...same,
    subject: { kind: subjectKind, id: subjectId, title: subjectTitle },
    raisedAt: raisedAt.toISOString(),
    clearedAt: clearedAt?.toISOString() ?? null,
  }
}

const everyColumn = {
  ruleVersion: sql`excluded.rule_version`,
  judgedByVersion: sql`excluded.judged_by_version`,
  title: sql`excluded.title`,
  severity: sql`excluded.severity`,
  status: sql`excluded.status`,
  acceptedUntil: sql`excluded.accepted_until`,
  subjectTitle: sql`excluded.subject_title`,
  message: sql`excluded.message`,
  explanation: sql`excluded.explanation`,
  audience: sql`excluded.audience`,
  workstreams: sql`excluded.workstreams`,
  requirements: sql`excluded.requirements`,
  records: sql`excluded.records`,
  raisedAt: sql`excluded.raised_at`,
  raisedOn: sql`excluded.raised_on`,
  clearedAt: sql`excluded.cleared_at`,
  clearedOn: sql`excluded.cleared_on`,
}
