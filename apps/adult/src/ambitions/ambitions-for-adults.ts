import type { FlagSummary, RequirementView } from '@workplan/domain'
import { flagsUnder } from '@workplan/shell'

/** One ambition with the measures under it that cover adults. */
export interface AdultAmbition {
  ambition: RequirementView
  measures: RequirementView[]
  answered: number
  /** Answered at level 3 or above. */
  level3AndAbove: number
  notApplicable: number
  /** All that count under the ambition, whomever they concern. */
  flags: FlagSummary[]
}

/**
 * The national ambitions with their scored measures for adults, in the order of the framework. A measure for all ages covers
 * adults too; one for children or the workforce alone does not. Ambitions without such measures are left out.
 */
export function ambitionsForAdults(
  requirements: readonly RequirementView[],
  flags: readonly FlagSummary[],
): AdultAmbition[] {
  const byId = new Map(requirements.map((requirement) => [requirement.id, requirement]))
  const measures = requirements.filter(
    ({ kind, scored, audience }) => kind === 'measure' && scored && coversAdults(audience),
  )
  return requirements
    .filter(({ kind }) => kind === 'ambition')
    .map((ambition) => ({
      ambition,
      under: measures.filter((measure) => isUnder(measure, ambition.id, byId)),
    }))
    .filter(({ under }) => under.length > 0)
    .map(({ ambition, under }) => ({
      ambition,
      measures: under,
      answered: under.filter(({ answer }) => answer?.state === 'answered').length,
      level3AndAbove: under.filter(({ answer }) => (answer?.level ?? 0) >= 3).length,
      notApplicable: under.filter(({ answer }) => answer?.state === 'not-applicable').length,
      flags: flagsUnder(flags, ambition.id),
    }))
}

function coversAdults(audience: readonly string[]): boolean {
  return audience.includes('adult') || audience.includes('all')
}

function isUnder(
  requirement: RequirementView,
  ancestor: string,
  byId: ReadonlyMap<string, RequirementView>,
): boolean {
  for (let current: RequirementView | undefined = requirement; current; current = parentOf(current, byId))
    if (current.id === ancestor) return true
  return false
}

function parentOf({ parent }: RequirementView, byId: ReadonlyMap<string, RequirementView>) {
  return parent === null ? undefined : byId.get(parent)
}
