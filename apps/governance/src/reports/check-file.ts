import { readReportMark, reportFormatOf, type ReportFileMark, type ReportFormat } from '@workplan/domain'
import { api, momentInWords, read, type SuccessBody } from '@workplan/shell'

/** What the service says of a file. */
export type FileVerification = SuccessBody<
  Awaited<ReturnType<(typeof api.programmes)[':programme']['reports'][':id']['verify-file']['$get']>>
>

/** A file as it is held against the journal: what it says of itself, and its SHA-256 in hexadecimal. */
export interface FileToCheck extends ReportFileMark {
  format: ReportFormat
  sha256: string
}

/** Reads a file on this computer; null when it was not made of a report. */
export async function readFileToCheck(file: Blob): Promise<FileToCheck | null> {
  const bytes = await file.arrayBuffer()
  const text = new TextDecoder('latin1').decode(bytes)
  const mark = readReportMark(text)
  const format = reportFormatOf(text)
  if (!mark || !format) return null
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  const sha256 = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return { ...mark, format, sha256 }
}

/** Asks whether a file is the report that it says it is. The file itself is not sent. */
export function verifyFile(programme: string, { report, ...file }: FileToCheck): Promise<FileVerification> {
  return read(
    api.programmes[':programme'].reports[':id']['verify-file'].$get({
      param: { programme, id: report },
      query: { ...file, form: String(file.form) },
    }),
  )
}

const becauseInWords: Record<NonNullable<FileVerification['because']>, string> = {
  'another-form':
    'another version of Workplan made it, which writes other bytes. Download the report anew and compare what they say.',
  printed:
    'another browser may have printed it, with other bytes. Check the Word document or the web page instead.',
  'writer-removed':
    'somebody who wrote, signed off or issued the report was removed since, and files say ‘Removed person’ in place of that name. The stored report is unchanged. Download it anew and compare what they say.',
}

/** The answer to somebody who has a file, in one or two sentences. */
export function verdictInWords({ outcome, because, report, journalSeq }: FileVerification): string {
  const { number, edition, issuedAt } = report
  const which = `report ${number}, version ${edition}`
  const when = issuedAt === null ? '' : ` on ${momentInWords(issuedAt)}`
  switch (outcome) {
    case 'unchanged':
      return `This is ${which}, as issued${when}, unchanged (journal entry ${journalSeq}).`
    case 'not-as-issued':
      return `This is not as issued. It says that it is ${which}, issued${when}, and somebody changed the file.`
    case 'not-comparable':
      return `This says that it is ${which}, issued${when}. It cannot be compared: ${becauseInWords[because ?? 'another-form']}`
    case 'record-altered':
      return `The stored ${which} is no longer what journal entry ${journalSeq} says was issued. Tell the programme office.`
  }
}
