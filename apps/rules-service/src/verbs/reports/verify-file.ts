import { Id, ReportFormat } from '@workplan/domain'
import { z } from 'zod'
import type { AppContext } from '../../context.ts'
import { DOCUMENT_FORM } from '../../documents/content/marker.ts'
import { sha256 } from '../../store/canonical-json.ts'
import { REMOVED_NAME } from '../people/remove-person.ts'
import { storedReport } from './read-report.ts'
import type { ReportFiles } from './report-file.ts'
import { ReportVerification, verifyReport } from './verify-report.ts'
import { withNames } from './with-names.ts'

/** A file that somebody has: its SHA-256 in hexadecimal, and what it says of itself. */
export const ReportFile = z.object({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  format: ReportFormat,
  form: z.coerce.number().int().min(0),
})
export type ReportFile = z.infer<typeof ReportFile>

/**
 * `unchanged`: it is the report as issued. `not-as-issued`: somebody changed the file. `not-comparable`: it was written
 * in an earlier form, printed by another browser, or names somebody who was removed since, so that its bytes say nothing. `record-altered`: the stored report
 * itself is no longer what the journal says was issued.
 */
export const ReportFileVerification = ReportVerification.pick({
  journalSeq: true,
  supersededBy: true,
}).extend({
  outcome: z.enum(['unchanged', 'not-as-issued', 'not-comparable', 'record-altered']),
  report: z.strictObject({
    id: Id,
    number: z.number().int().nullable(),
    edition: z.number().int(),
    title: z.string(),
    issuedAt: z.iso.datetime().nullable(),
  }),
})
export type ReportFileVerification = z.infer<typeof ReportFileVerification>

/** Holds a file against the issued report that it says it is. Throws `conflict` for a draft. */
export async function verifyFile(
  context: Pick<AppContext, 'store' | 'database'>,
  files: ReportFiles,
  programme: string,
  { id, ...file }: ReportFile & { id: string },
): Promise<ReportFileVerification> {
  const { matches, journalSeq, supersededBy } = await verifyReport(context, programme, id)
  const stored = await storedReport(context.database, programme, id)
  const [report = stored] = await withNames(context, programme, [stored])
  const { number, edition, title, issuedAt } = report
  const said = { journalSeq, supersededBy, report: { id, number, edition, title, issuedAt } }
  if (!matches) return { ...said, outcome: 'record-altered' }
  if (file.form !== DOCUMENT_FORM) return { ...said, outcome: 'not-comparable' }
  const isSame = sha256(await files(report, file.format)) === file.sha256
  if (isSame) return { ...said, outcome: 'unchanged' }
  const names = [report.draftedBy, report.issuedBy]
  const isOfAnother = file.format === 'pdf' || names.includes(REMOVED_NAME)
  return { ...said, outcome: isOfAnother ? 'not-comparable' : 'not-as-issued' }
}
