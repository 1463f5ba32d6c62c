import { Id, type Report, ReportFormat } from '@workplan/domain'
import { z } from 'zod'
import type { AppContext } from '../../context.ts'
import { DOCUMENT_FORM } from '../../documents/content/marker.ts'
import { sha256 } from '../../store/canonical-json.ts'
import { REMOVED_NAME } from '../people/forget-person.ts'
import { templateOfReport } from './report-template.ts'
import { storedReport } from './read-report.ts'
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
 * `unchanged`: it is the report as issued. `not-as-issued`: somebody changed the file. `not-comparable`: its bytes say
 * nothing, for the reason in `because`. `record-altered`: the stored report itself is no longer what the journal says
 * was issued.
 */
export const ReportFileVerification = ReportVerification.pick({
  journalSeq: true,
  supersededBy: true,
}).extend({
  outcome: z.enum(['unchanged', 'not-as-issued', 'not-comparable', 'record-altered']),
  /**
   * `another-form`: the file was written by another version of Workplan. `printed`: a PDF may be of another browser.
   * `writer-removed`: files say 'Removed person' now where one of before had a name. Null when it can be compared.
   */
  because: z.enum(['another-form', 'printed', 'writer-removed']).nullable(),
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
  context: Pick<AppContext, 'store' | 'database' | 'documents'>,
  programme: string,
  { id, ...file }: ReportFile & { id: string },
): Promise<ReportFileVerification> {
  const { matches, journalSeq, supersededBy } = await verifyReport(context, programme, id)
  const stored = await storedReport(context.database, programme, id)
  const [report = stored] = await withNames(context, programme, [stored])
  const { number, edition, title, issuedAt } = report
  const said = { journalSeq, supersededBy, report: { id, number, edition, title, issuedAt } }
  if (!matches) return { ...said, outcome: 'record-altered', because: null }
  if (file.form !== DOCUMENT_FORM) return { ...said, outcome: 'not-comparable', because: 'another-form' }
  const template = await templateOfReport(context, programme, report, file.format)
  const isSame = sha256(await context.documents.write(report, file.format, template)) === file.sha256
  if (isSame) return { ...said, outcome: 'unchanged', because: null }
  const because = whyNotComparable(report, file.format)
  return { ...said, outcome: because === null ? 'not-as-issued' : 'not-comparable', because }
}

/** Why a file with other bytes may be as it was issued all the same; null when somebody must have changed it. */
function whyNotComparable(
  { draftedBy, signedOffBy, issuedBy }: Report,
  format: ReportFormat,
): ReportFileVerification['because'] {
  if ([draftedBy, signedOffBy, issuedBy].includes(REMOVED_NAME)) return 'writer-removed'
  return format === 'pdf' ? 'printed' : null
}
