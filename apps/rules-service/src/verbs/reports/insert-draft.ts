import type { Period, ReportContent } from '@workplan/domain'
import { count, eq } from 'drizzle-orm'
import type { Member } from '../../members.ts'
import { reports } from '../../store/schema/index.ts'
import type { Change } from '../../store/store.ts'
import type { ReportRow } from './report-rows.ts'

/** What a draft begins with; `group` is the id of the group it is for. */
export interface NewDraft {
  title: string
  group: string
  period: Period
  content: ReportContent
  by: Pick<Member, 'person'>
}

/** Adds a draft to the reports of the programme, and says so in the journal. */
export async function insertDraft(
  change: Pick<Change, 'before' | 'db' | 'at' | 'note'>,
  { title, group, period, content, by }: NewDraft,
): Promise<ReportRow> {
  const { before, db, at } = change
  const programme = before.state.programme.id
  const [known] = await db.select({ reports: count() }).from(reports).where(eq(reports.programme, programme))
  const row: ReportRow = {
    programme,
    id: `${programme}.report.${(known?.reports ?? 0) + 1}`,
    version: 1,
    number: null,
    title,
    group,
    periodFrom: period.from,
    periodTo: period.to,
    status: 'draft',
    content,
    hash: null,
    draftedAt: at,
    draftedBy: by.person.id,
    signedOffAt: null,
    signedOffBy: null,
    issuedAt: null,
    issuedBy: null,
    issuedSeq: null,
    supersededBy: null,
  }
  await db.insert(reports).values(row)
  change.note({
    action: 'report.drafted',
    kind: 'report',
    id: row.id,
    title,
    before: null,
    after: { title, group, period, status: row.status, content },
    why: content.correction?.reason ?? null,
  })
  return row
}
