import type { ReportFlag, Severity } from '@workplan/domain'
import { severityRank } from '../severity-rank.ts'

/** The flags of a report that have one cause. */
export interface ReportCause {
  title: string
  severity: Severity
  flags: ReportFlag[]
}

/** Flags by severity and cause, the worst first and then the cause with most flags. */
export function reportCauses(flags: readonly ReportFlag[]): ReportCause[] {
  const causes = new Map<string, ReportCause>()
  for (const flag of flags) {
    const key = `${flag.severity} ${flag.title}`
    const cause = causes.get(key)
    if (cause) cause.flags.push(flag)
    else causes.set(key, { title: flag.title, severity: flag.severity, flags: [flag] })
  }
  return [...causes.values()].toSorted(
    (one, other) =>
      severityRank(one.severity) - severityRank(other.severity) || other.flags.length - one.flags.length,
  )
}
