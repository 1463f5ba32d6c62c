import { type GroupView, type IsoDate, type Period, type ReportSummary } from '@workplan/domain'
import { periodToReport } from './default-period.ts'

/** What stands next: a draft to finish, or the report that a group has not begun for the quarter to report on. */
export type NextReport =
  | { kind: 'draft'; report: ReportSummary }
  | { kind: 'to-begin'; period: Period; lastIssued: ReportSummary | null }
  | { kind: 'up-to-date'; report: ReportSummary }

/** The draft whose period ends first; without one, whether the quarter to report on is reported already. */
export function nextReport(reports: readonly ReportSummary[], asAt: IsoDate): NextReport {
  const drafts = reports.filter((report) => report.status === 'draft')
  const [draft] = drafts.toSorted((one, other) => one.period.to.localeCompare(other.period.to))
  if (draft) return { kind: 'draft', report: draft }
  const period = periodToReport(asAt)
  const issued = reports.filter((report) => report.status === 'issued')
  const current = issued.find((report) => report.period.to >= period.to)
  if (current) return { kind: 'up-to-date', report: current }
  const [lastIssued] = issued.toSorted((one, other) => other.period.to.localeCompare(one.period.to))
  return { kind: 'to-begin', period, lastIssued: lastIssued ?? null }
}

/** Groups this person may draft for, in alphabetical order. */
export function groupsToDraftFor(groups: readonly GroupView[]): GroupView[] {
  return groups.filter((group) => group.mayDraft).toSorted((one, other) => one.name.localeCompare(other.name))
}
