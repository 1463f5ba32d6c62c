import { Id } from '@workplan/domain'
import { z } from 'zod'
import type { AppContext } from '../../context.ts'
import { AppError } from '../../errors.ts'
import { canonicalJson, sha256 } from '../../store/canonical-json.ts'
import { inProgramme } from '../../store/isolation.ts'
import { hashOfRow } from '../../store/journal.ts'
import type { JournalRow } from '../../store/store.ts'
import { issuedFacts } from './issue-report.ts'
import { findReport } from './report-rows.ts'

/** `hash` is recomputed from the stored content; `journalSeq` is the entry that it was compared with. */
export const ReportVerification = z.strictObject({
  matches: z.boolean(),
  hash: z.string(),
  journalSeq: z.number().int(),
  /** The report that took its place since. */
  supersededBy: z
    .strictObject({ id: Id, number: z.number().int().nullable(), issuedAt: z.iso.datetime().nullable() })
    .nullable(),
})
export type ReportVerification = z.infer<typeof ReportVerification>

/**
 * Whether an issued report still says what it said: its content, number, title, group and period against the journal
 * entry of the issue, and that entry against its own hash. Throws `conflict` for a draft.
 */
export async function verifyReport(
  { store, database }: Pick<AppContext, 'store' | 'database'>,
  programme: string,
  id: string,
): Promise<ReportVerification> {
  const { row, later } = await inProgramme(database, programme, async (db) => {
    const found = await findReport(db, programme, id)
    const { supersededBy } = found
    return { row: found, later: supersededBy === null ? null : await findReport(db, programme, supersededBy) }
  })
  const { issuedSeq } = row
  if (issuedSeq === null)
    throw new AppError('conflict', 'This report is a draft: there is nothing to verify until it is issued.')
  const [entry] = await store.readJournal(programme, {
    kind: 'report',
    id,
    after: issuedSeq - 1,
    order: 'oldest-first',
    limit: 1,
  })
  const hash = sha256(canonicalJson(row.content))
  const matches = entry !== undefined && isUnaltered(entry) && isSameIssue(entry, { ...row, hash })
  const supersededBy = later && {
    id: later.id,
    number: later.number,
    issuedAt: later.issuedAt?.toISOString() ?? null,
  }
  return { matches, hash, journalSeq: issuedSeq, supersededBy }
}

function isUnaltered(entry: JournalRow): boolean {
  return hashOfRow(entry, entry.prevHash) === entry.hash
}

function isSameIssue(entry: JournalRow, row: Parameters<typeof issuedFacts>[0]): boolean {
  return (
    entry.action === 'report.issued' &&
    entry.seq === row.issuedSeq &&
    canonicalJson(entry.after) === canonicalJson(issuedFacts(row))
  )
}
