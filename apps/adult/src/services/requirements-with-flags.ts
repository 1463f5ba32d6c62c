import type { FlagSummary } from '@workplan/domain'

/** A requirement on services with the flags on it. */
export interface FlaggedRequirement {
  id: string
  title: string
  flags: FlagSummary[]
}

/** The coverage requirements that rules found something on, in the order of their worst flag. */
export function requirementsWithFlags(flags: readonly FlagSummary[]): FlaggedRequirement[] {
  const found = flags.filter(({ subject }) => subject.kind === 'coverage-requirement')
  return [...Map.groupBy(found, ({ subject }) => subject.id)].flatMap(([id, group]) => {
    const title = group[0]?.subject.title
    return title === undefined ? [] : [{ id, title, flags: group }]
  })
}
