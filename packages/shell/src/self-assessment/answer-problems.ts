import { EVIDENCE_FROM_LEVEL, type Answer } from '@workplan/domain'
import { parsePartialDate } from '../task-form/parse-partial-date.ts'
import type { Problems } from '../versioned-form/form-of-record.ts'
import { NOT_APPLICABLE, type AnswerDraft } from './answer-draft.ts'

const MOST_CHARACTERS = { evidence: 4000, gap: 4000, nextStep: 2000, whyNotApplicable: 2000 } as const

const NAMES = {
  evidence: 'Evidence',
  gap: 'Gap',
  nextStep: 'Next step',
  whyNotApplicable: 'The reason',
} as const

/** True where a level is chosen that somebody has to be able to check. */
export function asksForEvidence({ choice }: Pick<AnswerDraft, 'choice'>): boolean {
  return choice !== '' && Number(choice) >= EVIDENCE_FROM_LEVEL
}

/** True where a level cannot stand by itself: it asks for evidence that there is not, or does not apply for a reason to be given. */
export function needsMore({ evidence }: Pick<Answer, 'evidence'>, choice: string): boolean {
  return choice === NOT_APPLICABLE || (asksForEvidence({ choice }) && evidence === null)
}

/**
 * What must be put right before an answer can be sent, by field. Level 3 and above asks for evidence; it can be saved without
 * once `withoutEvidence` was said. The service checks the rest again.
 */
export function answerProblems(draft: AnswerDraft, withoutEvidence: boolean): Problems<AnswerDraft> {
  const problems: Problems<AnswerDraft> = {}
  if (draft.choice === NOT_APPLICABLE && draft.whyNotApplicable.trim() === '')
    problems.whyNotApplicable = 'Say why the measure does not apply'
  if (asksForEvidence(draft) && draft.evidence.trim() === '' && !withoutEvidence)
    problems.evidence = `Say what shows level ${draft.choice}, or save without evidence`
  const date = draft.evidenceDate.trim()
  if (date !== '' && parsePartialDate(date) === null)
    problems.evidenceDate = 'Date of the evidence must be a date, such as 30 April 2023 or April 2023'
  else if (date !== '' && draft.evidence.trim() === '')
    problems.evidenceDate = 'There is no evidence that this could be the date of'
  for (const field of ['evidence', 'gap', 'nextStep', 'whyNotApplicable'] as const)
    if (draft[field].length > MOST_CHARACTERS[field])
      problems[field] =
        `${NAMES[field]} must be ${MOST_CHARACTERS[field].toLocaleString('en-GB')} characters or fewer`
  return problems
}
