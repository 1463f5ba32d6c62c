import type { RequirementView, RoundView } from '@workplan/domain'

/** The requirements with the answers that another round than the current one gives. */
export function measuresOfRound(
  requirements: readonly RequirementView[],
  { measures }: Pick<RoundView, 'measures'>,
): RequirementView[] {
  const answers = new Map(measures.map(({ measure, answer }) => [measure.id, answer]))
  return requirements.map((requirement) => {
    const found = answers.get(requirement.id)
    if (!found) return { ...requirement, answer: null }
    const { id, state, level, evidence, evidenceState, gap } = found
    return { ...requirement, answer: { id, state, level, evidence, evidenceState, gap } }
  })
}
