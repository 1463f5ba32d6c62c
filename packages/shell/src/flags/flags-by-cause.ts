import type { FlagSummary } from '@workplan/domain'

export interface CauseGroup {
  rule: string
  title: string
  flags: FlagSummary[]
}

/** Flags under the rule that raised them, in the order in which the causes first appear. */
export function flagsByCause(flags: readonly FlagSummary[]): CauseGroup[] {
  const groups = new Map<string, CauseGroup>()
  for (const flag of flags) {
    const group = groups.get(flag.rule)
    if (group) group.flags.push(flag)
    else groups.set(flag.rule, { rule: flag.rule, title: flag.title, flags: [flag] })
  }
  return [...groups.values()]
}
