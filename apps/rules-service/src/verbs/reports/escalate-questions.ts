import type { Escalation, EscalationView, NewEscalations } from '@workplan/domain'
import type { AppContext } from '../../context.ts'
import { AppError } from '../../errors.ts'
import { idOfNew } from '../../id-of-new.ts'
import { requireAction, type Member } from '../../members.ts'
import type { ChangeRequest } from '../../store/store.ts'
import { parentsOf } from '../groups/reporting-lines.ts'
import { escalationViewer } from './escalation-view.ts'
import { findReport, type ReportRow } from './report-rows.ts'

/**
 * Puts questions of an issued report to a group above: they stand in its next draft until a meeting of it answers them.
 * Throws `not-found`, `not-allowed`, `conflict` for a draft, `invalid-input` for a group that is not above.
 */
export function escalateQuestions(
  { store }: Pick<AppContext, 'store'>,
  member: Member,
  request: ChangeRequest,
  { report: id, to, asked, questions }: NewEscalations & { report: string },
): Promise<EscalationView[]> {
  return store.change(
    request,
    async ({ before, db, put }) => {
      const report = await findReport(db, request.programme, id)
      requireAction(member, 'report.escalate', { group: report.group })
      const number = numberOf(report)
      if (!parentsOf(before.state, report.group).includes(to)) throw notAbove()
      return questions.map(({ title, work }, place) => {
        refuseUnknownWork(report, work, place)
        const escalation: Escalation = {
          id: idOfNew(before.state.programme.id, 'escalation', title),
          source: { document: report.title, section: 'Decisions needed' },
          ...{ title, asked, report: id, number, from: report.group, to, work },
          state: 'open',
          decision: null,
        }
        put('escalation', escalation, { expectedVersion: null, action: 'escalation.raised', why: asked })
        return escalation
      })
    },
    ({ after }, raised) => raised.map(escalationViewer(after)),
  )
}

function numberOf({ status, number }: ReportRow): number {
  if (status === 'issued' && number !== null) return number
  throw new AppError(
    'conflict',
    'Questions go up from the report as it was issued: not from a draft, and not from one that was corrected since.',
  )
}

function refuseUnknownWork({ content }: ReportRow, work: Escalation['work'], place: number): void {
  if (work === null || content.decisionsNeeded.some(({ kind, id }) => kind === work.kind && id === work.id))
    return
  throw new AppError('invalid-input', 'The report does not ask for this decision. Nothing was escalated.', {
    errors: [{ path: `questions.${place}.work`, message: 'is not among the decisions needed' }],
  })
}

function notAbove(): AppError {
  return new AppError(
    'invalid-input',
    'The group of this report does not report there. Nothing was escalated.',
    {
      errors: [{ path: 'to', message: 'is not a group that this one reports to' }],
    },
  )
}
