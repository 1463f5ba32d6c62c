import type { FlagSummary } from '@workplan/domain'
import type { FlagFilters } from '@workplan/shell'
import { AUDIENCE_CHOICES, SEVERITY_CHOICES, STATUS_CHOICES, type FlagFilterValues } from './flag-choices.ts'

/** What to ask the service for. A value in the address that is none of the choices counts as not given. */
export function askFlags(values: FlagFilterValues): FlagFilters {
  const { rule, requirement, subject, workstream, q } = values
  const severity = oneOf(SEVERITY_CHOICES, values.severity)
  const status = oneOf(STATUS_CHOICES, values.status)
  const audience = oneOf(AUDIENCE_CHOICES, values.audience)
  return {
    ...(severity && { severity }),
    ...(status && { status }),
    ...(audience && { audience }),
    ...(rule && { rule }),
    ...(requirement && { requirement }),
    ...(subject && { subject }),
    ...(workstream && { workstream }),
    ...(q && { q }),
  }
}

/** The flags about things of this kind; all of them without one. */
export function aboutKind(flags: readonly FlagSummary[], kind: string | undefined): FlagSummary[] {
  return flags.filter((flag) => !kind || flag.subject.kind === kind)
}

function oneOf<Value extends string>(
  choices: readonly { value: Value | '' }[],
  given: string | undefined,
): Value | undefined {
  return choices.find(({ value }) => value === given)?.value || undefined
}
