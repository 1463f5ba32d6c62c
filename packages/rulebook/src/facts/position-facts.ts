import { daysLate, type IsoDate, type Position } from '@workplan/domain'
import { hasSignal } from '../lexicon/read-signals.ts'
import { daysSince } from './context.ts'
import { type FactsOf, type SubjectFacts } from './declaration.ts'

/** Facts from what the programme says of its position on a requirement; not known when it says nothing. */
export const positionFacts = {
  hasPosition: {
    label: 'The programme says where it stands',
    type: 'yes-no',
    description: 'Progress, gaps or next steps are recorded for the requirement.',
  },
  progressStated: {
    label: 'Progress is stated',
    type: 'yes-no',
    description: 'The position has a text on progress.',
  },
  gapState: {
    label: 'What the programme says of gaps',
    type: 'text',
    description: 'known, none-identified or not-yet-known; not known when it says nothing.',
  },
  hasNextStep: {
    label: 'A next step is recorded',
    type: 'yes-no',
    description: 'The position names a next step.',
  },
  confirmationPending: {
    label: 'The next step is to have it confirmed',
    type: 'yes-no',
    description: 'The text of the next step says that the findings are still to be confirmed.',
  },
  nextStepDated: {
    label: 'The next step has a date',
    type: 'yes-no',
    description: 'The position says by when the next step is taken.',
  },
  nextStepDaysLate: {
    label: 'Days past the date of the next step',
    type: 'number',
    unit: 'day',
    description: 'Counted from the last day the date can mean; 0 before it; not known when no date is given.',
  },
  statementUncertain: {
    label: 'The statement is uncertain',
    type: 'yes-no',
    description:
      'The programme marks its own statement as uncertain, or the text asks a question or is to be confirmed.',
  },
  proxyEvidence: {
    label: 'The progress is about something near it',
    type: 'yes-no',
    description:
      'The stated progress is about something near the requirement and not the requirement itself.',
  },
  evidenceAgeDays: {
    label: 'Age of the evidence',
    type: 'number',
    unit: 'day',
    description: 'Days since the evidence was gathered, when it says when.',
  },
  hasWorkstream: {
    label: 'A workstream carries it',
    type: 'yes-no',
    description:
      'Whether the programme says that a workstream carries the requirement; not known when it does not say.',
  },
} as const satisfies SubjectFacts

/** The facts of a position, judged on `asAt`. */
export function readPosition(position: Position | undefined, asAt: IsoDate): FactsOf<typeof positionFacts> {
  if (!position)
    return {
      hasPosition: false,
      progressStated: null,
      gapState: null,
      hasNextStep: null,
      confirmationPending: null,
      nextStepDated: null,
      nextStepDaysLate: null,
      statementUncertain: null,
      proxyEvidence: null,
      evidenceAgeDays: null,
      hasWorkstream: null,
    }
  const { progress, gap } = position
  const doubted = hasSignal('question', progress, gap) || hasSignal('to-be-confirmed', progress)
  return {
    hasPosition: true,
    progressStated: progress !== null,
    gapState: position.gapState,
    hasNextStep: position.nextStep !== null,
    confirmationPending: hasSignal('to-be-confirmed', position.nextStep),
    nextStepDated: position.due !== null,
    nextStepDaysLate: position.due === null ? null : daysLate(position.due, asAt),
    statementUncertain: position.uncertain || doubted,
    proxyEvidence: position.proxyEvidence,
    evidenceAgeDays: daysSince(position.evidenceDate, asAt),
    hasWorkstream: position.hasWorkstream,
  }
}
