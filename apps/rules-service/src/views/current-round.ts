import type { Answer, Assessment, Framework, FrameworkLibrary, ProgrammeState } from '@workplan/domain'

/** A round of scoring with its framework and its answers by measure. */
export interface Round {
  assessment: Assessment
  framework: Framework
  answerOf: ReadonlyMap<string, Answer>
}

/** The assessment round that views read. */
export type CurrentRound = Round

/** The current round of the framework with scored measures; null when the programme has none. */
export function currentRound(state: ProgrammeState, library: FrameworkLibrary): CurrentRound | null {
  for (const assessment of state.records.assessment) {
    const round = assessment.current ? roundOf(assessment, state, library) : null
    if (round) return round
  }
  return null
}

/** A round with its answers; null when its framework has no scored measures here. */
export function roundOf(
  assessment: Assessment,
  { records }: ProgrammeState,
  library: FrameworkLibrary,
): Round | null {
  const framework = library.frameworks.find(({ id }) => id === assessment.framework)
  if (!framework?.requirements.some((entry) => entry.scored)) return null
  const answers = records.answer.filter((answer) => answer.assessment === assessment.id)
  return { assessment, framework, answerOf: new Map(answers.map((answer) => [answer.measure, answer])) }
}
