import type { ReportFormat } from './report.ts'

/** What stands before the name of the report in every file made of one. */
export const REPORT_MARKER = 'workplan-report:'

/** What a file says of itself: the report it was made of, and the form it is written in. */
export interface ReportFileMark {
  report: string
  form: number
}

/** Reads what a file says of itself from its bytes as Latin-1 text; null for a file that was not made of a report. */
export function readReportMark(text: string): ReportFileMark | null {
  const found = new RegExp(`${REPORT_MARKER}([a-z0-9.-]{1,200}):form-(\\d{1,6});`).exec(text)
  return found?.[1] === undefined ? null : { report: found[1], form: Number(found[2]) }
}

/** The format of a file by how its bytes begin, as Latin-1 text; null for any other. */
export function reportFormatOf(text: string): ReportFormat | null {
  if (text.startsWith('%PDF-')) return 'pdf'
  if (text.startsWith('<!doctype html>')) return 'html'
  if (text.startsWith('{')) return 'json'
  if (!text.startsWith('PK')) return null
  const folders: [string, ReportFormat][] = [
    ['word/document.xml', 'docx'],
    ['xl/workbook.xml', 'xlsx'],
    ['ppt/presentation.xml', 'pptx'],
  ]
  return folders.find(([part]) => text.includes(part))?.[1] ?? null
}
