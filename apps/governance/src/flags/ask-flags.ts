import { daysBetween, type FlagSummary, type IsoDate } from '@workplan/domain'
import type { FlagFilters } from '@workplan/shell'
import {
  AGE_CHOICES,
  AUDIENCE_CHOICES,
  SEVERITY_CHOICES,
  STATUS_CHOICES,
  type FlagFilterValues,
} from './flag-choices.ts'

/** What to ask the service for. A value in the address that is none of the choices counts as not given. */
export function askFlags(values: FlagFilterValues): FlagFilters {
  const { rule, requirement, subject, workstream, owner, q } = values
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
    ...(owner && { owner }),
    ...(q && { q }),
  }
}

/** The flags about things of the kind asked for, raised longer ago than the days asked for, on `asAt`, and among the news when only those are. */
export function narrowFlags(
  flags: readonly FlagSummary[],
  { kind, age, new: onlyNew }: FlagFilterValues,
  { asAt, news }: { asAt: IsoDate | null; news: readonly string[] | undefined },
): FlagSummary[] {
  const days = Number(oneOf(AGE_CHOICES, age) ?? 0)
  const isNew = new Set(news)
  return flags.filter(
    (flag) =>
      (!onlyNew || !news || isNew.has(flag.id)) &&
      (!kind || flag.subject.kind === kind) &&
      (days === 0 || asAt === null || daysBetween(flag.raisedOn, asAt) > days),
  )
}

function oneOf<Value extends string>(
  choices: readonly { value: Value | '' }[],
  given: string | undefined,
): Value | undefined {
  return choices.find(({ value }) => value === given)?.value || undefined
}
