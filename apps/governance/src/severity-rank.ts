import type { Severity } from '@workplan/domain'

const WORST_FIRST: readonly Severity[] = ['high', 'medium', 'low']

/** Place of a severity in a list that has the worst first; nothing wrong comes last. */
export function severityRank(severity: Severity | null): number {
  return severity === null ? WORST_FIRST.length : WORST_FIRST.indexOf(severity)
}

/** How many there are of each severity. */
export function countBySeverity(flags: readonly { severity: Severity }[]): Record<Severity, number> {
  const counts = { high: 0, medium: 0, low: 0 }
  for (const { severity } of flags) counts[severity] += 1
  return counts
}
