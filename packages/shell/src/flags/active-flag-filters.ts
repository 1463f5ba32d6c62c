import type { FlagStatus, FlagSummary, Severity } from '@workplan/domain'
import type { ActiveFilter } from '@workplan/ui'
import { severityWords, statusWords } from '../words/words.ts'

/** The filters in force, in words. Things are named from the flags that were found; by their id when there are none. */
export function activeFlagFilters(
  filters: Partial<Record<string, string>>,
  found: readonly FlagSummary[],
  workstreamName: (id: string) => string,
): ActiveFilter[] {
  return Object.entries(filters).flatMap(([key, value]) =>
    value ? [{ key, text: inWords(key, value, found, workstreamName) }] : [],
  )
}

function inWords(
  key: string,
  value: string,
  found: readonly FlagSummary[],
  workstreamName: (id: string) => string,
): string {
  const subject = found.find((flag) => flag.subject.id === value)?.subject.title ?? value
  const words: Record<string, string> = {
    severity: `Severity: ${severityWords[value as Severity] ?? value}`,
    status: `Status: ${value === 'all' ? 'all' : (statusWords[value as FlagStatus] ?? value)}`,
    workstream: `Workstream: ${workstreamName(value)}`,
    rule: `Cause: ${found.find((flag) => flag.rule === value)?.title ?? value}`,
    subject: `About: ${subject}`,
    requirement: `Under: ${subject}`,
    q: `Words: ${value}`,
  }
  return words[key] ?? `${key}: ${value}`
}
