import type { Report, ReportCorrectionInput } from '@workplan/domain'
import type { AppContext } from '../../context.ts'
import { AppError } from '../../errors.ts'
import { requireAction, type Member } from '../../members.ts'
import type { ChangeRequest } from '../../store/store.ts'
import { correctionOf } from './correction.ts'
import { insertDraft } from './insert-draft.ts'
import { checksOf, presentRecords } from './present-records.ts'
import { findReport, periodOf, reportView, type ReportRow } from './report-rows.ts'

/**
 * Begins a correction of an issued report: a draft with its words, ratings and figures, which takes its place when it
 * is issued. Throws `conflict` for a draft and for a report that was corrected already.
 */
export async function correctReport(
  { store, rules }: Pick<AppContext, 'store' | 'rules'>,
  member: Member,
  request: ChangeRequest,
  { id, reason }: { id: string } & ReportCorrectionInput,
): Promise<Report> {
  return store.change(
    request,
    async (change) => {
      const { before, db, at } = change
      const wrong = await findReport(db, request.programme, id)
      requireAction(member, 'report.draft', { group: wrong.group })
      refuseUncorrectable(wrong)
      const row = await insertDraft(change, {
        title: wrong.title,
        group: wrong.group,
        period: periodOf(wrong),
        content: correctionOf(wrong.content, wrong, reason),
        by: member,
      })
      return { row, checks: checksOf(row, await presentRecords(db, row, before, rules, at)) }
    },
    (_outcome, { row, checks }) => reportView(row, checks),
  )
}

function refuseUncorrectable({ status, supersededBy }: ReportRow): void {
  if (status === 'draft' || status === 'withdrawn')
    throw new AppError('conflict', 'This report was not issued, so there is nothing to correct.')
  if (status === 'superseded')
    throw new AppError(
      'conflict',
      `Another report (${supersededBy ?? 'a later one'}) took the place of this one. Correct that.`,
    )
}
