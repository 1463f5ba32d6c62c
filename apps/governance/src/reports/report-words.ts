import type { ReportStatus, ReportSummary } from '@workplan/domain'
import type { TagColour } from '@workplan/ui'

/** The status of a report as the tag that shows it. */
export function reportStatusTag(status: ReportStatus): { text: string; colour: TagColour } {
  switch (status) {
    case 'draft':
      return { text: 'Draft', colour: 'yellow' }
    case 'issued':
      return { text: 'Issued', colour: 'green' }
    case 'withdrawn':
      return { text: 'Withdrawn', colour: 'grey' }
    case 'superseded':
      return { text: 'Superseded', colour: 'grey' }
  }
}

/** `Highlight report 3`; a draft has no number yet. */
export function reportCaption({ number }: Pick<ReportSummary, 'number'>): string {
  return number === null ? 'Highlight report' : `Highlight report ${number}`
}
