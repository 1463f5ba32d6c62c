import { formatPartialDate, type Answer, type AnswerChange, type Level } from '@workplan/domain'
import { parsePartialDate } from '../task-form/parse-partial-date.ts'

/** The answer to a measure as the form shows it: text as typed. */
export type AnswerDraft = Record<
  'choice' | 'whyNotApplicable' | 'evidence' | 'evidenceDate' | 'gap' | 'gapIsNil' | 'nextStep',
  string
>

export type AnswerField = keyof AnswerDraft

/** What stands for a measure that does not apply among the levels. */
export const NOT_APPLICABLE = 'not-applicable'

/** The form's text for an answer as it stands; an unanswered one has no choice. */
export function draftOfAnswer(answer: Answer): AnswerDraft {
  return {
    choice: choiceOf(answer),
    whyNotApplicable: answer.whyNotApplicable ?? '',
    evidence: answer.evidence ?? '',
    evidenceDate: answer.evidenceDate === null ? '' : formatPartialDate(answer.evidenceDate),
    gap: answer.gapIsNil ? '' : (answer.gap ?? ''),
    gapIsNil: answer.gapIsNil ? 'yes' : '',
    nextStep: answer.nextStep ?? '',
  }
}

/** `0` to `5`, `not-applicable`, or nothing for a measure that is not answered. */
export function choiceOf({ state, level }: Pick<Answer, 'state' | 'level'>): string {
  if (level !== null) return String(level)
  return state === 'not-applicable' ? NOT_APPLICABLE : ''
}

/** The change that a draft asks for: only the fields named, in the API's terms. Check the draft first. */
export function changeOfAnswer(draft: AnswerDraft, changed: readonly AnswerField[]): AnswerChange {
  const has = (...fields: AnswerField[]) => fields.some((field) => changed.includes(field))
  const text = (field: AnswerField) => draft[field].trim() || null
  return {
    ...(has('choice') && changeOfChoice(draft.choice)),
    ...(has('choice', 'whyNotApplicable') &&
      draft.choice === NOT_APPLICABLE && { whyNotApplicable: text('whyNotApplicable') }),
    ...(has('evidence') && { evidence: text('evidence') }),
    ...(has('evidenceDate') && { evidenceDate: parsePartialDate(draft.evidenceDate) }),
    ...(has('gap', 'gapIsNil') && {
      gap: draft.gapIsNil ? null : text('gap'),
      gapIsNil: draft.gapIsNil !== '',
    }),
    ...(has('nextStep') && { nextStep: text('nextStep') }),
  }
}

/** The change that gives a measure another level, and nothing else. */
export function changeOfChoice(choice: string): AnswerChange {
  if (choice === NOT_APPLICABLE) return { state: 'not-applicable', level: null }
  if (choice === '') return { state: 'unanswered', level: null }
  return { state: 'answered', level: Number(choice) as Level }
}

/** The change that puts an answer back as it was. */
export function changeBackTo(answer: Answer): AnswerChange {
  const { state, level, evidence, evidenceState, evidenceDate, gap, gapIsNil, nextStep } = answer
  const whyNotApplicable = answer.whyNotApplicable ?? null
  return { state, level, evidence, evidenceState, evidenceDate, gap, gapIsNil, nextStep, whyNotApplicable }
}
