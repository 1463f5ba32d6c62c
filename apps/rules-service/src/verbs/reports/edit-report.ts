import type { Report, ReportContent, ReportEdit } from '@workplan/domain'
import { and, eq } from 'drizzle-orm'
import type { AppContext } from '../../context.ts'
import { AppError } from '../../errors.ts'
import { requireAction, type Member } from '../../members.ts'
import { canonicalJson } from '../../store/canonical-json.ts'
import { reports } from '../../store/schema/index.ts'
import type { ChangeRequest } from '../../store/store.ts'
import { refreshContent } from './draft-content.ts'
import { checksOf, presentRecords } from './present-records.ts'
import { overrideRatings } from './report-ratings.ts'
import { reportView } from './report-rows.ts'
import { openDraft } from './open-draft.ts'

/** Changes a draft: its texts, its ratings, or its figures taken anew. */
export async function editReport(
  { store, rules }: Pick<AppContext, 'store' | 'rules'>,
  member: Member,
  request: ChangeRequest,
  { id, expectedVersion, edit }: { id: string; expectedVersion: number; edit: ReportEdit },
): Promise<Report> {
  refuseUnreasoned(edit)
  return store.change(
    request,
    async (change) => {
      const { before, db, at } = change
      const row = await openDraft(db, { programme: request.programme, id, expectedVersion })
      requireAction(member, 'report.edit', { group: row.group })
      const present = await presentRecords(db, row, before, rules, at)
      const content = editContent(
        edit.refresh ? refreshContent(row.content, present.fresh) : row.content,
        edit,
      )
      const title = edit.title ?? row.title
      const parts = changedParts({ title: row.title, ...row.content }, { title, ...content })
      // Saving what is there already makes no new version and no journal entry.
      if (Object.keys(parts.after).length === 0) return { row, checks: checksOf(row, present) }
      const unsigned = { signedOffAt: null, signedOffBy: null }
      const next = { ...row, version: row.version + 1, title, content, ...unsigned }
      await db
        .update(reports)
        .set({ version: next.version, title, content, ...unsigned })
        .where(and(eq(reports.programme, row.programme), eq(reports.id, id)))
      change.note({ action: 'report.edited', kind: 'report', id, title, ...parts, why: null })
      return { row: next, checks: checksOf(next, present) }
    },
    (_outcome, { row, checks }) => reportView(row, checks),
  )
}

function editContent(content: ReportContent, { narrative, overrides }: ReportEdit): ReportContent {
  return {
    ...content,
    ratings: overrideRatings(content.ratings, overrides ?? []),
    narrative: { ...content.narrative, ...narrative },
  }
}

function refuseUnreasoned({ overrides = [] }: ReportEdit): void {
  const errors = overrides.flatMap(({ rag, reason }, place) =>
    rag !== null && !reason
      ? [
          {
            path: `overrides.${place}.reason`,
            message: 'Say why the rating differs from what the records say',
          },
        ]
      : [],
  )
  if (errors.length > 0)
    throw new AppError('invalid-input', 'A rating of your own needs a reason. Nothing was changed.', {
      errors,
    })
}

/** The parts that differ, as they were and as they are, for the journal. */
function changedParts<Parts extends object>(
  before: Parts,
  after: Parts,
): { before: Partial<Parts>; after: Partial<Parts> } {
  const keys = (Object.keys(after) as (keyof Parts)[]).filter(
    (key) => canonicalJson(before[key]) !== canonicalJson(after[key]),
  )
  const pick = (from: Parts) => Object.fromEntries(keys.map((key) => [key, from[key]])) as Partial<Parts>
  return { before: pick(before), after: pick(after) }
}
