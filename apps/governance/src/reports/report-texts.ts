import type { NarrativeSection, RagDimension, Report, ReportEdit } from '@workplan/domain'

/** The texts of a report that people write. */
export type ReportText = 'title' | NarrativeSection

/** The sections in the order of the report, with what each is for. */
export const SECTIONS: readonly { id: NarrativeSection; title: string; hint: string }[] = [
  { id: 'summary', title: 'Summary', hint: 'Three sentences for somebody who reads nothing else.' },
  { id: 'done', title: 'Done in this period', hint: 'What changed for people, not a list of meetings.' },
  { id: 'next', title: 'Next', hint: 'What will be done before the next report.' },
  { id: 'risks', title: 'Risks and issues', hint: 'What could stop it, and what is being done about that.' },
  { id: 'decisions', title: 'Decisions needed', hint: 'What this group is asked to decide, and by when.' },
]

export const REPORT_TEXTS: readonly ReportText[] = ['title', ...SECTIONS.map(({ id }) => id)]

export const DIMENSION_TITLES: Record<RagDimension, string> = {
  overall: 'Overall',
  schedule: 'Schedule',
  workforce: 'Workforce',
  funding: 'Funding',
  evidence: 'Evidence',
}

/** A text of the report as it is saved. */
export function savedText(report: Report, text: ReportText): string {
  return text === 'title' ? report.title : report.content.narrative[text]
}

/** The edit that saves one text. */
export function textEdit(text: ReportText, words: string): ReportEdit {
  return text === 'title' ? { title: words } : { narrative: { [text]: words } }
}

/** The place of a section on the page, for links from the checks. */
export function sectionAnchor(section: string): string {
  return `section-${section}`
}
