import type { EffectOnFlags } from '@workplan/domain'
import type { ProgrammeRules } from '../../rules/programme-rules.ts'
import type { Rules } from '../../rules.ts'
import { stateWith, type WrittenRecord } from '../../store/drafted-change.ts'
import { differenceOfFlags } from '../../store/flag-difference.ts'
import { effectOf } from '../../store/flag-effect.ts'
import type { LoadedProgramme } from '../../store/programme.ts'

/** What to suppose: records in the place of those with the same ids, or other rules. */
export interface Supposed {
  records?: readonly Pick<WrittenRecord, 'kind' | 'id' | 'data'>[]
  programmeRules?: ProgrammeRules
}

/** What a change would do to the flags, found on a copy: neither the programme nor anything stored is touched. */
export function effectOfChange(
  programme: LoadedProgramme,
  { records = [], programmeRules = programme.programmeRules }: Supposed,
  rules: Pick<Rules, 'judge'>,
  at: Date,
): EffectOnFlags {
  const { asAt, flags } = programme
  const judged = rules.judge(stateWith(programme.state, records), asAt, programmeRules)
  return effectOf(differenceOfFlags(flags, judged, { at, asAt }).changes)
}
