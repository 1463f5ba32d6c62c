import { AppError } from '../../errors.ts'
import type { Transaction } from '../../store/database.ts'
import { findReport, reportView, type ReportRow } from './report-rows.ts'

/**
 * The draft a person wants to change, as they last saw it. Throws `not-found`, `conflict` when it was issued
 * already, and `stale-version` with the report as it is now.
 */
export async function openDraft(
  db: Transaction,
  { programme, id, expectedVersion }: { programme: string; id: string; expectedVersion: number },
): Promise<ReportRow> {
  const row = await findReport(db, programme, id)
  if (row.status === 'withdrawn')
    throw new AppError('conflict', 'This draft was withdrawn and cannot be changed. Begin a new one.')
  if (row.status !== 'draft')
    throw new AppError(
      'conflict',
      'This report was issued and cannot be changed. Draft a new one for the same period to correct it.',
    )
  if (row.version !== expectedVersion)
    throw new AppError(
      'stale-version',
      'Somebody changed this draft since you opened it. Nothing of yours was saved: look at what is there now, then try again.',
      { current: reportView(row, []) },
    )
  return row
}
