import { AppError } from '../../errors.ts'
import type { LoadedProgramme } from '../../store/programme.ts'
import type { Round } from '../../views/current-round.ts'
import { roundSummary } from './round-summary.ts'
import { roundVersion } from './round-version.ts'

/** Throws `stale-version` unless neither the round nor one of its answers was changed since a person saw it. */
export function requireRoundVersion(round: Round, before: LoadedProgramme, expected: number): void {
  if (roundVersion(round, before) === expected) return
  throw new AppError(
    'stale-version',
    'The round or one of its answers was changed since you opened it. Look at it again, then decide.',
    { current: roundSummary(round, before) },
  )
}
