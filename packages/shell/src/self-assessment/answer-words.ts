import type { Answer, MeasureAnswer, RoundSummary } from '@workplan/domain'
import { formatPartialDate, spreadOf } from '@workplan/domain'
import { counted } from '../words/words.ts'
import { NOT_APPLICABLE, type AnswerDraft, type AnswerField } from './answer-draft.ts'

/** `Level 3`, `Not answered`, `Does not apply`: three things, none of them zero. */
export function standingInWords({ state, level }: Pick<Answer, 'state' | 'level'>): string {
  if (level !== null) return `Level ${level}`
  return state === 'not-applicable' ? 'Does not apply' : 'Not answered'
}

/** How far the organisations' answers lie apart: 'Levels 1 to 4 from 3 organisations'. */
export function spreadInWords(organisations: MeasureAnswer['organisations']): string | null {
  if (organisations.length === 0) return null
  const spread = spreadOf(organisations.map(({ answer }) => answer))
  const who = counted(organisations.length, 'organisation')
  if (!spread) return `No level from ${who}`
  const { lowest, highest, answered } = spread
  const from = answered === organisations.length ? who : `${answered} of ${who}`
  return lowest === highest ? `Level ${lowest} from ${from}` : `Levels ${lowest} to ${highest} from ${from}`
}

export const standingWords: Record<RoundSummary['standing'], string> = {
  recorded: 'From a form',
  open: 'Being answered',
  'signed-off': 'Signed off',
  withdrawn: 'Withdrawn',
}

/** When a round was: 'signed off 13 March 2023', 'started 1 March 2023', or that nobody said. */
export function roundDate({ signedOffOn, completedOn, startedOn }: RoundSummary): string {
  if (signedOffOn) return `signed off ${formatPartialDate(signedOffOn)}`
  if (completedOn) return `completed ${formatPartialDate(completedOn)}`
  return startedOn ? `started ${formatPartialDate(startedOn)}` : 'not dated'
}

export const answerLabels: Record<AnswerField, string> = {
  choice: 'Answer',
  whyNotApplicable: 'Why it does not apply',
  evidence: 'Evidence',
  evidenceDate: 'Date of the evidence',
  gap: 'Gap',
  gapIsNil: 'No gap',
  nextStep: 'Next step',
}

/** A field of the form as text to compare, with words for 'nothing'. */
export function answerText(draft: AnswerDraft, field: AnswerField): string {
  if (field === 'choice') return choiceInWords(draft.choice)
  if (field === 'gapIsNil') return draft.gapIsNil ? 'There is no gap' : 'Not said'
  return draft[field] || 'Not recorded'
}

function choiceInWords(choice: string): string {
  if (choice === '') return 'Not answered'
  return choice === NOT_APPLICABLE ? 'Does not apply' : `Level ${choice}`
}
