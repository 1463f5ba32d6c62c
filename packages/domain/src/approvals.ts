import type { ProgrammeState } from './records/kinds.ts'
import type { Approvals } from './records/programme.ts'

/** What needs two people in a programme: as last changed, or as it began. One person is enough for what is not said. */
export function approvalsOf({ programme, records }: ProgrammeState): Approvals {
  const { acceptance, reports } = records['approval-setting'][0] ??
    programme.approvals ?? { acceptance: false, reports: false }
  return { acceptance, reports }
}
