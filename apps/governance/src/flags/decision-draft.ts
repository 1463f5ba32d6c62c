import type { DecisionInput, IsoDate } from '@workplan/domain'

/** A decision while it is being filled in. */
export interface DecisionDraft {
  kind: string | null
  task: string
  until: IsoDate | null
  words: string
}

export type DecisionField = 'kind' | 'task' | 'until' | 'words'

export function emptyDecision(): DecisionDraft {
  return { kind: null, task: '', until: null, words: '' }
}

/** The decision, or what is still wrong with it by field. A flag is accepted to a day on or after `firstDay`. */
export function completeDecision(
  { kind, task, until, words }: DecisionDraft,
  firstDay: IsoDate,
): { decision: DecisionInput } | { errors: Partial<Record<DecisionField, string>> } {
  const text = words.trim()
  switch (kind) {
    case 'assign':
      if (task === '') return { errors: { task: 'Choose the task' } }
      return { decision: { kind, task, ...(text && { rationale: text }) } }
    case 'accept': {
      const errors = {
        ...(until === null && { until: 'Enter the date until which it is accepted' }),
        ...(until !== null &&
          until < firstDay && { until: 'The date must be after the day the programme stands at' }),
        ...(text === '' && { words: 'Write why it is accepted' }),
      }
      if (until === null || Object.keys(errors).length > 0) return { errors }
      return { decision: { kind, until, rationale: text } }
    }
    case 'dispute':
      if (text === '') return { errors: { words: 'Write what is wrong' } }
      return { decision: { kind, rationale: text } }
    case 'ask':
      if (text === '') return { errors: { words: 'Write your question' } }
      return { decision: { kind, question: text } }
    default:
      return { errors: { kind: 'Choose what to do' } }
  }
}
