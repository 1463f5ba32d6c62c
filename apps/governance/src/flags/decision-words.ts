import { formatPartialDate, type DecisionInput } from '@workplan/domain'
import type { DecisionDraft } from './decision-draft.ts'

type Kind = DecisionInput['kind']

/** What can be said about a flag, with what it means. None of them clears it. */
export const DECISIONS: readonly { value: Kind; text: string; hint: string }[] = [
  { value: 'assign', text: 'Assign it to a task', hint: 'Work on this task is meant to clear it.' },
  {
    value: 'accept',
    text: 'Accept it until a date',
    hint: 'The risk is known and carried. On that day it asks again.',
  },
  { value: 'dispute', text: 'Dispute it', hint: 'The rule or the records are wrong, and you say why.' },
  { value: 'ask', text: 'Ask a question', hint: 'You need an answer before you can decide.' },
]

const SAID: Record<Kind, string> = {
  assign: 'Assigned. It stays open until the task clears it.',
  accept: 'Accepted until the date you gave. It stays on the list.',
  dispute: 'Disputed. Your reason is in the history.',
  ask: 'Asked. Your question is in the history.',
}

/** What a decision did, for the message after it. */
export function decisionSaid({ kind }: DecisionInput): string {
  return SAID[kind]
}

/** A decision while it is written, for the writer to recognise: `Dispute it: There is one`. */
export function decisionInWords({ kind, words, title, until }: DecisionDraft): string {
  const what = DECISIONS.find(({ value }) => value === kind)?.text ?? 'No decision yet'
  const day = kind === 'accept' && until ? `, ${formatPartialDate(until)}` : ''
  const said = [kind === 'assign' ? title.trim() : '', words.trim()].filter(Boolean).join('. ')
  return `${what}${day}${said && `: ${said}`}`
}
