import type { FlagFilters } from '../queries/flags.ts'

/** The filters of a list of flags, as they are named in the address. */
export const flagFilterKeys = [
  'status',
  'severity',
  'rule',
  'audience',
  'workstream',
  'subject',
  'requirement',
  'q',
] as const

/** What an address asks for. It may hold any text: the service says so when it knows no such value. */
export function askedFlags(given: Partial<Record<(typeof flagFilterKeys)[number], string>>): FlagFilters {
  return given as FlagFilters
}
