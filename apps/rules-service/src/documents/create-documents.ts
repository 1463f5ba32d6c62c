import type { Report, ReportFormat } from '@workplan/domain'
import type { Config } from '../config.ts'
import { AppError } from '../errors.ts'
import { markerOf } from './content/marker.ts'
import { printPdf } from './formats/print-pdf.ts'
import { createDocumentQueue } from './worker/document-queue.ts'
import { createDocumentWriters } from './worker/document-writers.ts'

/** A wait after the start, so that a service that is started again and again loads no libraries. */
const READY_AFTER_MS = 5000

/** Writes documents, a few at a time, outside the event loop. */
export interface Documents {
  /**
   * The file of a report in a format, for Word on the prepared template, where there is one. Throws `too-busy`, and
   * `not-set-up` for a PDF where there is no Chromium to print it.
   */
  write(report: Report, format: ReportFormat, template: Uint8Array | null): Promise<Uint8Array<ArrayBuffer>>
  /**
   * What documents need of a Word document or template that somebody gave. Throws `too-busy`, and `invalid-input` with what
   * is wrong, where, and what to do.
   */
  prepareTemplate(given: Uint8Array): Promise<Uint8Array<ArrayBuffer>>
  /** Soon loads what the first document needs, while nobody waits for it. */
  prepare(): void
  stop(): Promise<void>
}

export function createDocuments({ chromium }: Pick<Config, 'chromium'>): Documents {
  const inTurn = createDocumentQueue()
  const writers = createDocumentWriters()
  let preparing: NodeJS.Timeout | undefined

  async function print(report: Report): Promise<Uint8Array<ArrayBuffer>> {
    if (chromium === null) throw new AppError('not-set-up', NO_CHROMIUM)
    const page = await writers.write({ report, format: 'html' })
    const date = new Date(report.issuedAt ?? report.content.refreshedAt)
    return printPdf(chromium, { page, date, marker: markerOf(report) })
  }

  return {
    write: (report, format, template) =>
      inTurn(() => (format === 'pdf' ? print(report) : writers.write({ report, format, template }))),
    prepareTemplate: (given) => inTurn(() => writers.write({ given })),
    prepare() {
      preparing = setTimeout(() => writers.warm(), READY_AFTER_MS).unref()
    },
    async stop() {
      clearTimeout(preparing)
      await writers.stop()
    },
  }
}

const NO_CHROMIUM =
  'A PDF needs a Chromium on the server, and none is set: WORKPLAN_CHROMIUM is the path of one. ' +
  'Until then take the Word document or the web page, or print the report from your browser.'
