import type { FlagSummary, Severity } from '@workplan/domain'
import { severityRank } from '../severity-rank.ts'

/** The flags one rule raised. */
export interface Cause {
  rule: string
  title: string
  severity: Severity
  flags: FlagSummary[]
}

/** Flags by the rule that raised them, the worst rule first and then the one with most flags. */
export function groupByCause(flags: readonly FlagSummary[]): Cause[] {
  const causes = new Map<string, Cause>()
  for (const flag of flags) {
    const cause = causes.get(flag.rule)
    if (cause) cause.flags.push(flag)
    else causes.set(flag.rule, { rule: flag.rule, title: flag.title, severity: flag.severity, flags: [flag] })
  }
  return [...causes.values()].sort(
    (one, other) =>
      severityRank(one.severity) - severityRank(other.severity) || other.flags.length - one.flags.length,
  )
}
