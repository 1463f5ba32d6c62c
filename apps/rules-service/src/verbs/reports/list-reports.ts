import type { ReportSummary } from '@workplan/domain'
import { and, desc, eq } from 'drizzle-orm'
import type { Database } from '../../store/database.ts'
import { inProgramme } from '../../store/isolation.ts'
import { reports } from '../../store/schema/index.ts'
import { reportSummary } from './report-rows.ts'

/** The reports of a programme, or of one of its groups, newest first. */
export async function listReports(
  database: Database,
  programme: string,
  group?: string,
): Promise<ReportSummary[]> {
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
