import type { MeetingFormat, Report, ReportFormat } from '@workplan/domain'
import { unzipSync } from 'fflate'
import { canonicalJson } from '../../store/canonical-json.ts'
import type { ReportDocument } from '../content/document.ts'
import { meetingDocument, type MeetingPapers } from '../content/meeting-document.ts'
import { markerOf } from '../content/marker.ts'
import { reportDocument } from '../content/report-document.ts'
import { writeOnTemplate } from '../template/write-on-template.ts'
import { fixedPackage } from './fixed-package.ts'
import { writeSlides } from './write-slides.ts'
import { writeWebPage } from './write-web-page.ts'
import { writeWord } from './write-word.ts'
import { writeWorkbook } from './write-workbook.ts'

/** The formats that are written here; a PDF is printed from the web page by a browser. */
export type WrittenFormat = Exclude<ReportFormat, 'pdf'>

/**
 * A report as a file; a Word document is written on the prepared template, where there is one. The same report on the same
 * template gives the same bytes each time.
 */
export async function writeDocument(
  report: Report,
  format: WrittenFormat,
  template: Uint8Array | null = null,
): Promise<Uint8Array> {
  if (format === 'json') return Buffer.from(reportData(report), 'utf8')
  return writeAs(reportDocument(report), format, template)
}

/** The papers of a meeting as a file, written like a report. */
export function writeMeeting(
  papers: MeetingPapers,
  format: Exclude<MeetingFormat, 'pdf'>,
  template: Uint8Array | null = null,
): Promise<Uint8Array> {
  return writeAs(meetingDocument(papers), format, template)
}

async function writeAs(
  document: ReportDocument,
  format: Exclude<WrittenFormat, 'json'>,
  template: Uint8Array | null,
): Promise<Uint8Array> {
  switch (format) {
    case 'html':
      return Buffer.from(writeWebPage(document), 'utf8')
    case 'docx': {
      const parts = template
        ? await writeOnTemplate(document, template)
        : unzipSync(await writeWord(document))
      return fixedPackage(parts, document)
    }
    case 'xlsx':
      return fixedPackage(unzipSync(await writeWorkbook(document)), document)
    case 'pptx':
      return fixedPackage(await writeSlides(document), document)
  }
}

/** What the report says as data: all that was frozen with it, and nothing that may change afterwards. */
function reportData(report: Report): string {
  const {
    id,
    number,
    edition,
    title,
    group,
    period,
    draftedAt,
    draftedBy,
    issuedAt,
    issuedBy,
    hash,
    content,
  } = report
  const status = issuedAt === null ? 'draft' : 'issued'
  const facts = {
    id,
    number,
    edition,
    title,
    group,
    period,
    status,
    draftedAt,
    draftedBy,
    issuedAt,
    issuedBy,
    hash,
  }
  return canonicalJson({ marker: markerOf(report), report: facts, content })
}
