import type { Report, ReportFormat } from '@workplan/domain'
import { markerOf } from '../../documents/content/marker.ts'
import { printPdf } from '../../documents/formats/print-pdf.ts'
import { writeInThread } from '../../documents/worker/write-in-thread.ts'
import { createDocumentQueue } from '../../documents/worker/document-queue.ts'
import type { Config } from '../../config.ts'
import { AppError } from '../../errors.ts'

/** Makes the file of a report in a format. */
export type ReportFiles = (report: Report, format: ReportFormat) => Promise<Uint8Array<ArrayBuffer>>

/**
 * Makes files of reports, a few at a time, outside the event loop. Throws `too-busy`, and `not-set-up` for a PDF where
 * there is no Chromium to print it.
 */
export function createReportFiles({ chromium }: Pick<Config, 'chromium'>): ReportFiles {
  const inTurn = createDocumentQueue()
  return (report, format) =>
    inTurn(() => (format === 'pdf' ? printed(report, chromium) : writeInThread({ report, format })))
}

async function printed(report: Report, chromium: string | null): Promise<Uint8Array<ArrayBuffer>> {
  if (chromium === null)
    throw new AppError(
      'not-set-up',
      'A PDF needs a Chromium on the server, and none is set: WORKPLAN_CHROMIUM is the path of one. ' +
        'Until then take the Word document or the web page, or print the report from your browser.',
    )
  const page = await writeInThread({ report, format: 'html' })
  const date = new Date(report.issuedAt ?? report.content.refreshedAt)
  return printPdf(chromium, { page, date, marker: markerOf(report) })
}

/** The name of the file, as `highlight-report-3-version-1.docx`. */
export function reportFileName({ number, edition }: Report, format: ReportFormat): string {
  const name = number === null ? 'highlight-report-draft' : `highlight-report-${number}-version-${edition}`
  return `${name}.${format}`
}

/** The media type of each format. */
export const MEDIA_TYPES: Record<ReportFormat, string> = {
  html: 'text/html; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  pdf: 'application/pdf',
  json: 'application/json',
}
