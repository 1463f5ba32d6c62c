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
  /** Answered, with a note in the place of evidence: that it will be reviewed, or is to be confirmed. */
  placeholders: number
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
    placeholders: measures.filter(hasPlaceholder).length,
    readyWithEvidence: ready.filter((answer) => answer?.evidenceState === 'described').length,
  }
}

/** Evidence boxes that hold a promise in the place of evidence. */
const PLACEHOLDERS = new Set(['pending', 'to-be-confirmed'])

function hasPlaceholder({ answer }: RequirementView): boolean {
  return answer?.state === 'answered' && PLACEHOLDERS.has(answer.evidenceState)
}

/** True for the measures on the people who give care: those about the workforce, and all of Ambition 5. */
export function isAboutWorkforce({ scored, audience, number }: RequirementView): boolean {
  return scored && (audience.includes('workforce') || number?.startsWith('5.') === true)
}

/** True for the measures on supervision, counselling and other support for staff. */
export function isAboutSupport({ number }: RequirementView): boolean {
  return number?.startsWith('5.2.') === true
}

export type Show = 'unanswered' | 'ready' | 'unsure' | 'placeholder'

/** The measures behind a figure. `unsure`: level 3 or above, without evidence that a reader can check. */
export function measuresBehind(
  measures: readonly RequirementView[],
  show: string | undefined,
): RequirementView[] {
  return measures.filter((measure) => {
    const { answer } = measure
    const ready = (answer?.level ?? 0) >= 3
    if (show === 'unanswered') return answer?.state !== 'answered' && answer?.state !== 'not-applicable'
    if (show === 'ready') return ready
    if (show === 'placeholder') return hasPlaceholder(measure)
    return show === 'unsure' ? ready && answer?.evidenceState !== 'described' : true
  })
}
