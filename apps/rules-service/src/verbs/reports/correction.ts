import type { ReportContent } from '@workplan/domain'
import { and, eq } from 'drizzle-orm'
import { AppError } from '../../errors.ts'
import type { Transaction } from '../../store/database.ts'
import { reports } from '../../store/schema/index.ts'
import { editionOf, type ReportRow } from './report-rows.ts'

/** The content of a report that takes the place of `replaced`; of one that takes nobody's place, as it is. */
export function correctionOf(
  { correction: _begun, wordTemplate: _earlier, ...content }: ReportContent,
  replaced: ReportRow | null,
  reason: string | null,
): ReportContent {
  if (!replaced) return content
  if (replaced.number === null || replaced.issuedAt === null)
    throw new AppError('conflict', 'Only an issued report can be corrected.')
  return {
    ...content,
    correction: {
      of: replaced.id,
      number: replaced.number,
      edition: editionOf(replaced.content),
      issuedAt: replaced.issuedAt.toISOString(),
      figuresTakenAt: replaced.content.refreshedAt,
      reason,
    },
  }
}

/** The issued report of the same group on the same period, whose place a draft takes when it is issued. */
export async function reportInPlace(
  db: Transaction,
  { programme, group, periodFrom, periodTo }: ReportRow,
): Promise<ReportRow | null> {
  const [row] = await db
    .select()
    .from(reports)
    .where(
      and(
        eq(reports.programme, programme),
        eq(reports.group, group),
        eq(reports.periodFrom, periodFrom),
        eq(reports.periodTo, periodTo),
        eq(reports.status, 'issued'),
      ),
    )
  return row ?? null
}
