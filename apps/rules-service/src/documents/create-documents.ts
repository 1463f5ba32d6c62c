import type { MeetingFormat, Report, ReportFormat } from '@workplan/domain'
import type { Config } from '../config.ts'
import { AppError } from '../errors.ts'
import { markerOf } from './content/marker.ts'
import { meetingMarker, type MeetingPapers } from './content/meeting-document.ts'
import { type PrintedPage, printPdf } from './formats/print-pdf.ts'
import type { DocumentJob } from './worker/document-job.ts'
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
  /** The papers of a meeting as a file, likewise. */
  writeMeeting(
    papers: MeetingPapers,
    format: MeetingFormat,
    template: Uint8Array | null,
  ): Promise<Uint8Array<ArrayBuffer>>
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

  async function print(job: DocumentJob, about: Omit<PrintedPage, 'page'>): Promise<Uint8Array<ArrayBuffer>> {
    if (chromium === null) throw new AppError('not-set-up', NO_CHROMIUM)
    return printPdf(chromium, { ...about, page: await writers.write(job) })
  }

  function printReport(report: Report): Promise<Uint8Array<ArrayBuffer>> {
    const date = new Date(report.issuedAt ?? report.content.refreshedAt)
    return print({ report, format: 'html' }, { date, marker: markerOf(report) })
  }

  function printMeeting(meeting: MeetingPapers): Promise<Uint8Array<ArrayBuffer>> {
    const about = { date: new Date(meeting.knownAt), marker: meetingMarker(meeting) }
    return print({ meeting, format: 'html', template: null }, about)
  }

  return {
    write: (report, format, template) =>
      inTurn(() => (format === 'pdf' ? printReport(report) : writers.write({ report, format, template }))),
    writeMeeting: (meeting, format, template) =>
      inTurn(() => (format === 'pdf' ? printMeeting(meeting) : writers.write({ meeting, format, template }))),
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
  'Until then take the Word document or the web page, or print the page from your browser.'
