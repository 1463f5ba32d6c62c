import type { FlagSummary, RequirementRef } from '@workplan/domain'
import { countBySeverity } from '../severity-rank.ts'

export interface DutyGroup {
  /** The requirement's id; null for flags that count under none. */
  id: string | null
  title: string
  flags: FlagSummary[]
}

type Named = Pick<RequirementRef, 'id' | 'number' | 'title'>

/**
 * Flags under each duty, ambition or other requirement they count under, those with the most high flags first. A flag that
 * counts under several stands under each; one that counts under none stands last.
 */
export function flagsByDuty(flags: readonly FlagSummary[], requirements: readonly Named[]): DutyGroup[] {
  const titles = new Map(
    requirements.map(({ id, number, title }) => [id, [number, title].filter(Boolean).join(' ')]),
  )
  const groups = new Map<string, DutyGroup>()
  for (const flag of flags)
    for (const id of flag.requirements) {
      const group = groups.get(id) ?? { id, title: titles.get(id) ?? id, flags: [] }
      groups.set(id, { ...group, flags: [...group.flags, flag] })
    }
  const under = [...groups.values()].toSorted(
    (one, other) =>
      highOf(other) - highOf(one) ||
      other.flags.length - one.flags.length ||
      one.title.localeCompare(other.title, 'en-GB', { numeric: true }),
  )
  const loose = flags.filter((flag) => flag.requirements.length === 0)
  return loose.length > 0 ? [...under, { id: null, title: 'Under no duty', flags: loose }] : under
}

function highOf({ flags }: DutyGroup): number {
  return countBySeverity(flags).high
}
