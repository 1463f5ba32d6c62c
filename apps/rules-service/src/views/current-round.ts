import type { Answer, Assessment, Framework, FrameworkLibrary, ProgrammeState } from '@workplan/domain'

/** The assessment round that views read, with its framework and its answers by measure. */
export interface CurrentRound {
  assessment: Assessment
  framework: Framework
  answerOf: ReadonlyMap<string, Answer>
}

/** The current round of the framework with scored measures; null when the programme has none. */
export function currentRound(state: ProgrammeState, library: FrameworkLibrary): CurrentRound | null {
  for (const assessment of state.records.assessment) {
    const framework = library.frameworks.find(({ id }) => id === assessment.framework)
    if (!assessment.current || !framework?.requirements.some((entry) => entry.scored)) continue
    const answers = state.records.answer.filter((answer) => answer.assessment === assessment.id)
    return { assessment, framework, answerOf: new Map(answers.map((answer) => [answer.measure, answer])) }
  }
  return null
}
