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
