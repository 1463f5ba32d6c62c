import type { FlagStatus, Severity } from '@workplan/domain'
import type { ActiveFilter } from '@workplan/ui'
import { severityWords, statusWords } from '../words/words.ts'

/** The filters in force, in words, for the chips above a list of flags. */
export function activeFlagFilters(
  filters: Partial<Record<string, string>>,
  workstreamName: (id: string) => string,
): ActiveFilter[] {
  return Object.entries(filters).flatMap(([key, value]) =>
    value ? [{ key, text: inWords(key, value, workstreamName) }] : [],
  )
}

function inWords(key: string, value: string, workstreamName: (id: string) => string): string {
  if (key === 'severity') return `Severity: ${severityWords[value as Severity] ?? value}`
  if (key === 'status')
    return `Status: ${value === 'all' ? 'all' : (statusWords[value as FlagStatus] ?? value)}`
  if (key === 'workstream') return `Workstream: ${workstreamName(value)}`
  if (key === 'rule') return `Cause: ${value.replaceAll('-', ' ')}`
  if (key === 'q') return `Words: ${value}`
  return `${key.charAt(0).toUpperCase()}${key.slice(1)}: ${value}`
}
