import type { Report, ReportFormat } from '@workplan/domain'

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
