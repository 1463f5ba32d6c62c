import {
  summariseLevels,
  type AmbitionLevels,
  type Claim,
  type FrameworkLibrary,
  type LevelSummary,
  type LevelSummaryView,
  type ProgrammeState,
} from '@workplan/domain'
import type { LoadedProgramme } from '../store/programme.ts'
import { currentRound, type CurrentRound, type Round, roundOf } from './current-round.ts'

/** Levels of the current round by ambition and in total; the heading rows of the framework are in no figure. */
export function levelSummaryOf({ framework, answerOf }: CurrentRound): LevelSummary {
  return summariseLevels(framework.requirements, [...answerOf.values()])
}

/**
 * The level summary of the current round or of another one, with what was published about the current one; null when there is no
 * such round.
 */
export function levelSummaryView(
  { state, asAt }: Pick<LoadedProgramme, 'state' | 'asAt'>,
  library: FrameworkLibrary,
  asked = 'current',
): LevelSummaryView | null {
  const round = asked === 'current' ? currentRound(state, library) : roundById(state, library, asked)
  if (!round) return null
  const summary = levelSummaryOf(round)
  const { id, title, framework } = round.assessment
  return {
    ...summary,
    assessment: { id, title, framework },
    asAt,
    levels: round.framework.levels.map(({ level, descriptor }) => ({ level, descriptor })),
    published: round.assessment.current ? publishedFigures(state, summary) : [],
  }
}

function roundById(state: ProgrammeState, library: FrameworkLibrary, id: string): Round | null {
  const assessment = state.records.assessment.find((candidate) => candidate.id === id)
  return assessment ? roundOf(assessment, state, library) : null
}

function publishedFigures(state: ProgrammeState, summary: LevelSummary): LevelSummaryView['published'] {
  return state.records.claim.flatMap((claim) => {
    if (claim.check?.kind !== 'percent-at-level') return []
    const { ambition } = claim.check
    const computed = summary.ambitions.find((row) => row.id === ambition)
    const { id, publishedIn, figures } = claim
    return computed
      ? [{ claim: id, ambition, publishedIn, figures, differs: differs(figures, computed) }]
      : []
  })
}

/** True when a published figure is not the share of all measures that the answers give; figures left out count as equal. */
function differs(figures: Claim['figures'], computed: AmbitionLevels): boolean {
  const expected: Readonly<Record<string, number | null>> = {
    ...computed.percentAtLevel,
    level3AndAbove: computed.level3AndAbove.percent,
  }
  return Object.entries(figures).some(([name, published]) => published !== expected[name])
}
