import type { ReportFormat } from '@workplan/domain'

/** The formats a report can be had in, with what each is good for. */
export const REPORT_FORMATS: readonly { format: ReportFormat; name: string; use: string }[] = [
  { format: 'pdf', name: 'PDF', use: 'to send and to file' },
  { format: 'docx', name: 'Word', use: 'to quote from and to edit' },
  { format: 'pptx', name: 'PowerPoint', use: 'one page for each workstream' },
  { format: 'xlsx', name: 'Excel', use: 'the tables, to sort and to count' },
  { format: 'html', name: 'Web page', use: 'one file that opens in any browser' },
  { format: 'json', name: 'Data (JSON)', use: 'for other programs' },
]

/** `820 bytes`, `31 kB` or `1.4 MB`. */
export function sizeInWords(bytes: number): string {
  if (bytes < 1000) return bytes === 1 ? '1 byte' : `${bytes} bytes`
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}
