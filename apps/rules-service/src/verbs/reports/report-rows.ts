import type { Period, Report, ReportContent, ReportSummary } from '@workplan/domain'
import { and, desc, eq, lt } from 'drizzle-orm'
import { AppError } from '../../errors.ts'
import type { Transaction } from '../../store/database.ts'
import { reports } from '../../store/schema/index.ts'

/** A report as it is stored. */
export type ReportRow = typeof reports.$inferSelect

/** The row of a report; throws `not-found`. */
export async function findReport(db: Transaction, programme: string, id: string): Promise<ReportRow> {
  const [row] = await db
    .select()
    .from(reports)
    .where(and(eq(reports.programme, programme), eq(reports.id, id)))
  if (!row) throw new AppError('not-found', 'There is no such report.')
  return row
}

/** What the group's last issued report on a period that began earlier said; null when there is none. */
export async function lastIssuedContent(
  db: Transaction,
  { programme, group, from }: { programme: string; group: string; from: Period['from'] },
): Promise<ReportContent | null> {
  const [row] = await db
    .select({ content: reports.content })
    .from(reports)
    .where(
      and(
        eq(reports.programme, programme),
        eq(reports.group, group),
        eq(reports.status, 'issued'),
        lt(reports.periodFrom, from),
      ),
    )
    .orderBy(desc(reports.periodFrom), desc(reports.number))
    .limit(1)
  return row?.content ?? null
}

/**
 * The part of a report that lists show. The group's name is the one the report was drawn up with; people are named by
 * `withNames`.
 */
export function reportSummary(row: ReportRow): ReportSummary {
  const { id, version, number, title, status, draftedBy, issuedBy, supersededBy } = row
  return {
    id,
    version,
    number,
    edition: editionOf(row.content),
    title,
    group: row.content.group,
    period: periodOf(row),
    status,
    draftedAt: row.draftedAt.toISOString(),
    draftedBy,
    issuedAt: row.issuedAt?.toISOString() ?? null,
    issuedBy,
    supersededBy,
  }
}

/** A whole report with what is left to put right. People are named by `withNames`. */
export function reportView(row: ReportRow, checks: Report['checks']): Report {
  const signedOffAt = row.signedOffAt?.toISOString() ?? null
  const { content, signedOffBy, hash } = row
  return { ...reportSummary(row), content, signedOffAt, signedOffBy, hash, checks }
}

/** Which version of the report on its period a content is. */
export function editionOf({ correction }: ReportContent): number {
  return (correction?.edition ?? 0) + 1
}

export function periodOf({ periodFrom, periodTo }: ReportRow): Period {
  return { from: periodFrom, to: periodTo }
}
