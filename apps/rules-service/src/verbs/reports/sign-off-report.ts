import type { Report } from '@workplan/domain'
import { and, eq } from 'drizzle-orm'
import type { AppContext } from '../../context.ts'
import { may, requireAction, type Member } from '../../members.ts'
import type { ActedOn } from '../../policy.ts'
import type { LoadedProgramme } from '../../store/programme.ts'
import { reports } from '../../store/schema/index.ts'
import type { ChangeRequest } from '../../store/store.ts'
import { openDraft } from './open-draft.ts'
import { checksOf, presentRecords } from './present-records.ts'
import { findReport, reportView } from './report-rows.ts'

/** Whether a member may agree to a draft. */
export function mayAgreeTo(
  { group }: Pick<Report, 'group'>,
  member: Member,
  programme: LoadedProgramme,
): boolean {
  return may(member, 'report.sign-off', onGroup(programme, group.id, member.person.id))
}

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
      const { group } = await findReport(db, request.programme, id)
      requireAction(member, 'report.sign-off', onGroup(before, group, actor))
      const draft = await openDraft(db, { programme: request.programme, id, expectedVersion })
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

/** A group as the policy's conditions ask for it. */
function onGroup({ state }: LoadedProgramme, group: string, person: string): ActedOn {
  const found = state.records.group.find(({ id }) => id === group)
  return { group, chairs: found?.chair === person }
}
