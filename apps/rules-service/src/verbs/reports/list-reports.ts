import type { ReportSummary } from '@workplan/domain'
import { and, desc, eq } from 'drizzle-orm'
import type { Viewed } from '../../http/as-at.ts'
import type { Database } from '../../store/database.ts'
import { inProgramme } from '../../store/isolation.ts'
import { reports } from '../../store/schema/index.ts'
import { reportSummary, type ReportRow } from './report-rows.ts'

/** The reports of a programme, or of one of its groups, newest first. */
export async function listReports(
  database: Database,
  { programme: { state }, reports: past }: Pick<Viewed, 'programme' | 'reports'>,
  group?: string,
): Promise<ReportSummary[]> {
  const { id: programme } = state.programme
  if (past)
    return past
      .filter((row) => group === undefined || row.group === group)
      .toSorted(newestFirst)
      .map(reportSummary)
  const rows = await inProgramme(database, programme, (db) =>
    db
      .select()
      .from(reports)
      .where(
        and(eq(reports.programme, programme), group === undefined ? undefined : eq(reports.group, group)),
      )
      .orderBy(desc(reports.draftedAt), desc(reports.id)),
  )
  return rows.map(reportSummary)
}

function newestFirst(one: ReportRow, other: ReportRow): number {
  return other.draftedAt.getTime() - one.draftedAt.getTime() || (one.id < other.id ? 1 : -1)
}
