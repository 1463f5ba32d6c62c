import { approvalsOf, type Report } from '@workplan/domain'
import { and, eq, max } from 'drizzle-orm'
import type { AppContext } from '../../context.ts'
import { AppError } from '../../errors.ts'
import { requireAction, type Member } from '../../members.ts'
import { canonicalJson, sha256 } from '../../store/canonical-json.ts'
import type { Transaction } from '../../store/database.ts'
import { reports } from '../../store/schema/index.ts'
import { recordKey } from '../../store/programme.ts'
import type { Change, ChangeRequest } from '../../store/store.ts'
import { templateInUse } from '../templates/word-template-view.ts'
import { correctionOf, reportInPlace } from './correction.ts'
import { openDraft } from './open-draft.ts'
import { checksOf, presentRecords } from './present-records.ts'
import { editionOf, periodOf, reportView, type ReportRow } from './report-rows.ts'

/**
 * Issues a draft: from then on nothing changes it. Its hash is journalled in the same transaction, and the report it
 * replaces, of the same group and period, is marked as superseded.
 */
export async function issueReport(
  { store, rules }: Pick<AppContext, 'store' | 'rules'>,
  member: Member,
  request: ChangeRequest,
  { id, expectedVersion }: { id: string; expectedVersion: number },
): Promise<Report> {
  return store.change(
    request,
    async (change) => {
      const { before, db, at } = change
      const draft = await openDraft(db, { programme: request.programme, id, expectedVersion })
      requireAction(member, 'report.issue', { group: draft.group })
      if (approvalsOf(before.state).reports) refuseUnsigned(draft, change.actor)
      refuseUnready(checksOf(draft, await presentRecords(db, draft, before, rules, at)))
      const replaced = await reportInPlace(db, draft)
      const template = templateInUse(before.state)
      const content = {
        ...correctionOf(draft.content, replaced, draft.content.correction?.reason ?? null),
        ...(template && { wordTemplate: { id: template.id, sha256: template.sha256 } }),
      }
      const row: ReportRow = {
        ...draft,
        content,
        version: draft.version + 1,
        number: await nextNumber(db, draft),
        status: 'issued',
        hash: sha256(canonicalJson(content)),
        issuedAt: at,
        issuedBy: member.person.id,
      }
      const issuedSeq = change.note(issueNote(row))
      await db
        .update(reports)
        .set({ ...row, issuedSeq })
        .where(and(eq(reports.programme, row.programme), eq(reports.id, id)))
      if (replaced) await supersede(change, replaced, row)
      keepLastReport(change, row)
      return { ...row, issuedSeq }
    },
    (_outcome, row) => reportView(row, []),
  )
}

/** What the journal keeps of an issue, and what a later check compares the report with. */
export function issuedFacts(row: ReportRow) {
  const { number, title, group, hash, content } = row
  const corrects = content.correction && { corrects: content.correction.of, edition: editionOf(content) }
  return { status: 'issued', number, title, group, period: periodOf(row), hash, ...corrects }
}

function issueNote(row: ReportRow) {
  const { id, title } = row
  return {
    action: 'report.issued',
    kind: 'report',
    id,
    title,
    before: { status: 'draft' },
    after: issuedFacts(row),
    why: row.content.correction?.reason ?? null,
  }
}

/** Whoever signed off and whoever issues are two people. */
function refuseUnsigned({ signedOffBy }: ReportRow, actor: string): void {
  if (signedOffBy === null)
    throw new AppError(
      'conflict',
      'In this programme a report is signed off by the chair of the group or an SRO before it is issued.',
    )
  if (signedOffBy === actor)
    throw new AppError('not-allowed', 'You signed off this report, so somebody else must issue it.')
}

function refuseUnready(checks: Report['checks']): void {
  if (checks.length === 0) return
  const left = checks.length === 1 ? '1 thing is' : `${checks.length} things are`
  throw new AppError('conflict', `The report was not issued: ${left} left to put right.`, {
    errors: checks.map(({ section, message }) => ({ path: section, message })),
  })
}

async function nextNumber(db: Transaction, { programme, group }: ReportRow): Promise<number> {
  const [last] = await db
    .select({ number: max(reports.number) })
    .from(reports)
    .where(and(eq(reports.programme, programme), eq(reports.group, group)))
  return (last?.number ?? 0) + 1
}

async function supersede(change: Change, { programme, id, title }: ReportRow, by: ReportRow): Promise<void> {
  await change.db
    .update(reports)
    .set({ status: 'superseded', supersededBy: by.id })
    .where(and(eq(reports.programme, programme), eq(reports.id, id)))
  change.note({
    action: 'report.superseded',
    kind: 'report',
    id,
    title,
    before: { status: 'issued', supersededBy: null },
    after: { status: 'superseded', supersededBy: by.id },
    why: by.content.correction?.reason ?? null,
  })
}

/** Keeps with the group up to which day it has been reported to, so that rules can tell when a report is missing. */
function keepLastReport({ before, put }: Change, { group: id, periodTo }: ReportRow): void {
  const group = before.state.records.group.find((candidate) => candidate.id === id)
  if (!group || (group.lastReportOn !== null && group.lastReportOn >= periodTo)) return
  const expectedVersion = before.versions.get(recordKey('group', id)) ?? null
  put('group', { ...group, lastReportOn: periodTo }, { expectedVersion, action: 'group.updated', why: null })
}
