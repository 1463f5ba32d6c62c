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

/** `Highlight report 3` above the title; nothing above that of a draft, which has no number and says itself what it is. */
export function reportCaption({ number }: Pick<ReportSummary, 'number'>): string | undefined {
  return number === null ? undefined : `Highlight report ${number}`
}
