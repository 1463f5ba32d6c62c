import type { FrameworkLibrary, RoundFramework, RoundList } from '@workplan/domain'
import { may, type Member } from '../../members.ts'
import type { LoadedProgramme } from '../../store/programme.ts'
import { roundOf } from '../../views/current-round.ts'
import { currentRoundOf } from './find-round.ts'
import { roundSummary } from './round-summary.ts'

/** The rounds of a programme, the latest first, and the frameworks of which rounds are made. */
export function listRounds(programme: LoadedProgramme, library: FrameworkLibrary, member: Member): RoundList {
  const { state } = programme
  const rounds = state.records.assessment.flatMap((assessment) => roundOf(assessment, state, library) ?? [])
  return {
    items: rounds.map((round) => roundSummary(round, programme)).toReversed(),
    frameworks: frameworksWithMeasures(programme, library),
    mayStart: may(member, 'assessment.start'),
  }
}

function frameworksWithMeasures({ state }: LoadedProgramme, library: FrameworkLibrary): RoundFramework[] {
  return library.frameworks
    .filter(({ id }) => state.programme.frameworks.includes(id))
    .map(({ id, name, shortName, requirements }) => ({
      id,
      name,
      shortName,
      measures: requirements.filter(({ scored }) => scored).length,
      current: currentRoundOf(state, id)?.id ?? null,
      open:
        state.records.assessment.find((round) => round.framework === id && round.state === 'open')?.id ??
        null,
    }))
    .filter(({ measures }) => measures > 0)
}
