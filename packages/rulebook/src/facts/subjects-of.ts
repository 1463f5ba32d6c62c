import type { FrameworkLibrary, IsoDate, ProgrammeState } from '@workplan/domain'
import type { Subject } from './subject.ts'

/** Everything in a programme that rules can judge, with its facts as they stand on `asAt`. */
export function subjectsOf(_state: ProgrammeState, _library: FrameworkLibrary, _asAt: IsoDate): Subject[] {
  return []
}
