import type { ReportSummary, Withdrawal } from '@workplan/domain'
import { and, eq } from 'drizzle-orm'
import type { AppContext } from '../../context.ts'
import { requireAction, type Member } from '../../members.ts'
import { reports } from '../../store/schema/index.ts'
import type { ChangeRequest } from '../../store/store.ts'
import { openDraft } from './open-draft.ts'
import { reportSummary } from './report-rows.ts'

/** Ends a draft that nobody will issue; it stays on record. Throws `not-found`, `not-allowed`, `stale-version`, `conflict`. */
export function withdrawReport(
  { store }: Pick<AppContext, 'store'>,
  member: Member,
  request: ChangeRequest,
  { id, expectedVersion, reason }: Withdrawal & { id: string; expectedVersion: number },
): Promise<ReportSummary> {
  return store.change(
    request,
    async ({ db, note }) => {
      const draft = await openDraft(db, { programme: request.programme, id, expectedVersion })
      requireAction(member, 'report.edit', { group: draft.group })
      const withdrawn = { ...draft, status: 'withdrawn' as const, version: draft.version + 1 }
      const { status, version } = withdrawn
      await db
        .update(reports)
        .set({ status, version })
        .where(and(eq(reports.programme, draft.programme), eq(reports.id, id)))
      note({
        action: 'report.withdrawn',
        kind: 'report',
        id,
        title: draft.title,
        before: { status: draft.status },
        after: { status },
        why: reason,
      })
      return withdrawn
    },
    (_outcome, row) => reportSummary(row),
  )
}
