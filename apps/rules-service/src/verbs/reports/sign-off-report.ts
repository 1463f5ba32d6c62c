import type { Report } from '@workplan/domain'
import { and, eq } from 'drizzle-orm'
import type { AppContext } from '../../context.ts'
import { requireAction, type Member } from '../../members.ts'
import { reports } from '../../store/schema/index.ts'
import type { ChangeRequest } from '../../store/store.ts'
import { openDraft } from './open-draft.ts'
import { checksOf, presentRecords } from './present-records.ts'
import { reportView } from './report-rows.ts'

/** The chair of the group or an SRO agrees to this version of a draft; an edit takes it back. */
export function signOffReport(
  { store, rules }: Pick<AppContext, 'store' | 'rules'>,
  member: Member,
  request: ChangeRequest,
  { id, expectedVersion }: { id: string; expectedVersion: number },
): Promise<Report> {
  return store.change(
    request,
    async ({ before, db, at, actor, note }) => {
      const draft = await openDraft(db, { programme: request.programme, id, expectedVersion })
      const group = before.state.records.group.find((candidate) => candidate.id === draft.group)
      requireAction(member, 'report.sign-off', { group: draft.group, chairs: group?.chair === actor })
      const signedOff = { signedOffAt: at, signedOffBy: actor }
      await db
        .update(reports)
        .set(signedOff)
        .where(and(eq(reports.programme, draft.programme), eq(reports.id, id)))
      note({
        action: 'report.signed-off',
        kind: 'report',
        id,
        title: draft.title,
        before: { signedOffBy: draft.signedOffBy },
        after: { signedOffBy: actor, version: draft.version },
        why: null,
      })
      const checks = checksOf(draft, await presentRecords(db, draft, before, rules, at))
      return { row: { ...draft, ...signedOff }, checks }
    },
    (_outcome, { row, checks }) => reportView(row, checks),
  )
}
