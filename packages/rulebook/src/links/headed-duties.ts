import type { DutyType } from '@workplan/domain'
import type { FrameworkRequirement } from './requirement-tree.ts'

/**
 * By what a heading duty is carried out, as the guidance sets it out: it is issued to say how a board meets its legal
 * duty, names key considerations under the core responsibility, and specific actions under the overarching one.
 */
const CARRIED_OUT_BY: Readonly<Partial<Record<DutyType, (type: DutyType) => boolean>>> = {
  'legal-duty': (type) => type !== 'legal-duty',
  'core-responsibility': (type) => type === 'key-consideration',
  'overarching-action': (type) => type === 'specific-action' || type === 'sub-requirement',
}

/** The duties of the same framework by which a heading duty is carried out; none for a duty that heads no others. */
export function headedDuties(
  { dutyType, framework }: FrameworkRequirement,
  all: readonly FrameworkRequirement[],
): FrameworkRequirement[] {
  const carriesOut = dutyType === null ? undefined : CARRIED_OUT_BY[dutyType]
  return carriesOut === undefined
    ? []
    : all.filter(
        (entry) => entry.framework === framework && entry.dutyType !== null && carriesOut(entry.dutyType),
      )
}
