import type { FlagSummary } from '@workplan/domain'

/** The flags on a requirement or counted under it, as a list of flags filtered by that requirement shows them. */
export function flagsUnder(flags: readonly FlagSummary[], requirement: string): FlagSummary[] {
  return flags.filter((flag) => flag.subject.id === requirement || flag.requirements.includes(requirement))
}
