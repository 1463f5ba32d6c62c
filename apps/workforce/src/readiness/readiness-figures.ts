import type { RequirementView } from '@workplan/domain'

export interface ReadinessFigures {
  /** Scored measures about the workforce. */
  measures: number
  answered: number
  unanswered: number
  notApplicable: number
  /** Answered at level 3 or above. */
  ready: number
  /** Of those, how many describe their evidence. */
  readyWithEvidence: number
}

/** How ready the workforce is by its own answers, and how sure that is. An unanswered measure is not level 0. */
export function readinessFigures(measures: readonly RequirementView[]): ReadinessFigures {
  const answers = measures.map(({ answer }) => answer)
  const ready = answers.filter((answer) => (answer?.level ?? 0) >= 3)
  const answered = answers.filter((answer) => answer?.state === 'answered').length
  const notApplicable = answers.filter((answer) => answer?.state === 'not-applicable').length
  return {
    measures: measures.length,
    answered,
    unanswered: measures.length - answered - notApplicable,
    notApplicable,
    ready: ready.length,
    readyWithEvidence: ready.filter((answer) => answer?.evidenceState === 'described').length,
  }
}

export type Show = 'unanswered' | 'ready' | 'unsure'

/** The measures behind a figure. `unsure`: level 3 or above, without evidence that a reader can check. */
export function measuresBehind(
  measures: readonly RequirementView[],
  show: string | undefined,
): RequirementView[] {
  return measures.filter(({ answer }) => {
    const ready = (answer?.level ?? 0) >= 3
    if (show === 'unanswered') return answer?.state !== 'answered' && answer?.state !== 'not-applicable'
    if (show === 'ready') return ready
    return show === 'unsure' ? ready && answer?.evidenceState !== 'described' : true
  })
}
