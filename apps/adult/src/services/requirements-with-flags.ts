import type { FlagSummary } from '@workplan/domain'

/** A service, or a requirement on services, with the flags on it. */
export interface FlaggedService {
  kind: string
  id: string
  title: string
  flags: FlagSummary[]
}

export interface FlaggedServices {
  /** What must be there, where and when. */
  requirements: FlaggedService[]
  services: FlaggedService[]
}

/** The services and coverage requirements that rules found something on, in the order of their worst flag. */
export function servicesWithFlags(flags: readonly FlagSummary[]): FlaggedServices {
  return {
    requirements: subjectsOf(flags, ['coverage-requirement', 'coverage-place']),
    services: subjectsOf(flags, ['service']),
  }
}

function subjectsOf(flags: readonly FlagSummary[], kinds: readonly string[]): FlaggedService[] {
  const subjects = new Map<string, FlaggedService>()
  for (const flag of flags) {
    if (!kinds.includes(flag.subject.kind)) continue
    const known = subjects.get(flag.subject.id)
    if (known) known.flags.push(flag)
    else subjects.set(flag.subject.id, { ...flag.subject, flags: [flag] })
  }
  return [...subjects.values()]
}
