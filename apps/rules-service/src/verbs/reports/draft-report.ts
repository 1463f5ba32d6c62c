import type { Report, ReportDraftInput } from '@workplan/domain'
import type { AppContext } from '../../context.ts'
import { AppError } from '../../errors.ts'
import { requireAction, type Member } from '../../members.ts'
import type { ChangeRequest } from '../../store/store.ts'
import { disputedFlags, draftContent } from './draft-content.ts'
import { insertDraft } from './insert-draft.ts'
import { reportChecks } from './report-checks.ts'
import { lastIssuedContent, reportView } from './report-rows.ts'
import { reportTitle } from './report-title.ts'

/** Draws up a report to a group on a period from the records as they are. */
export async function draftReport(
  { store, rules }: Pick<AppContext, 'store' | 'rules'>,
  member: Member,
  request: ChangeRequest,
  { group: groupId, period }: ReportDraftInput,
): Promise<Report> {
  requireAction(member, 'report.draft', { group: groupId })
  return store.change(
    request,
    async (change) => {
      const { before, db, at } = change
      const { programme } = before.state
      const group = before.state.records.group.find(({ id }) => id === groupId)
      if (!group) throw refused('There is no such group in this programme.')
      if (group.state === 'retired') throw refused('This group has ended; choose one that still meets.')
      const last = await lastIssuedContent(db, {
        programme: programme.id,
        group: group.id,
        from: period.from,
      })
      const content = draftContent({
        programme: before,
        library: rules.library,
        group,
        period,
        last,
        refreshedAt: at.toISOString(),
      })
      const title = reportTitle(group.name, period)
      return insertDraft(change, { title, group: group.id, period, content, by: member })
    },
    ({ after }, row) =>
      reportView(
        row,
        reportChecks(row.content, { fresh: row.content, disputed: disputedFlags(after).length }),
      ),
  )
}

function refused(message: string): AppError {
  return new AppError('invalid-input', message, { errors: [{ path: 'group', message }] })
}
