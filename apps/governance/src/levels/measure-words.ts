import type { MeasureRow } from './measure-rows.ts'

/** What the list of measures can be narrowed to. */
export const ANSWER_CHOICES = [
  { value: '', text: 'All answers' },
  { value: 'unanswered', text: 'Unanswered' },
  { value: 'answered', text: 'Answered' },
  { value: '3-and-above', text: 'Level 3 and above' },
  { value: '0', text: 'Level 0' },
  { value: '1', text: 'Level 1' },
  { value: '2', text: 'Level 2' },
  { value: '3', text: 'Level 3' },
  { value: '4', text: 'Level 4' },
  { value: '5', text: 'Level 5' },
  { value: 'not-applicable', text: 'Not applicable' },
] as const

const EVIDENCE: Record<string, string> = {
  none: 'None given',
  bare: 'A name or a yes only',
  reference: 'Points to something else',
  duplicate: 'Repeats another measure',
  pending: 'Work to come',
  'to-be-confirmed': 'To be confirmed',
  query: 'An open question',
  described: 'Described',
}

/** `Level 3`, `Unanswered` or `Not applicable`: three different things, and none of them is zero. */
export function answerInWords({ state, level }: Pick<MeasureRow, 'state' | 'level'>): string {
  if (state === 'answered') return `Level ${level}`
  return state === 'unanswered' ? 'Unanswered' : 'Not applicable'
}

/** What the evidence box holds, in words. */
export function evidenceInWords({ measure }: Pick<MeasureRow, 'measure'>): string {
  const state = measure.answer?.evidenceState
  return state === undefined ? 'Not recorded' : (EVIDENCE[state] ?? state)
}
