import type { DecisionInput, IsoDate } from '@workplan/domain'

/** A decision while it is being filled in. */
export interface DecisionDraft {
  kind: string | null
  /** Whether the flag is given to work there is or to work that begins now. */
  work: string | null
  task: string
  title: string
  workstream: string
  owner: string
  due: IsoDate | null
  until: IsoDate | null
  words: string
}

export type DecisionField = 'kind' | 'task' | 'title' | 'due' | 'until' | 'words'
type Problems = Partial<Record<DecisionField, string>>
type Outcome = { decision: DecisionInput } | { errors: Problems }

export function emptyDecision(): DecisionDraft {
  return {
    ...{
      kind: null,
      work: 'existing',
      task: '',
      title: '',
      workstream: '',
      owner: '',
      due: null,
      until: null,
    },
    words: '',
  }
}

/** The decision, or what is still wrong with it by field. A flag is accepted to a day on or after `firstDay`. */
export function completeDecision(draft: DecisionDraft, firstDay: IsoDate): Outcome {
  const text = draft.words.trim()
  switch (draft.kind) {
    case 'assign':
      return draft.work === 'new' ? beginWork(draft, text) : giveToTask(draft, text)
    case 'accept':
      return acceptUntil(draft.until, text, firstDay)
    case 'dispute':
      if (text === '') return { errors: { words: 'Write what is wrong' } }
      return { decision: { kind: 'dispute', rationale: text } }
    case 'ask':
      if (text === '') return { errors: { words: 'Write your question' } }
      return { decision: { kind: 'ask', question: text } }
    default:
      return { errors: { kind: 'Choose what to do' } }
  }
}

function giveToTask({ task }: DecisionDraft, text: string): Outcome {
  if (task === '') return { errors: { task: 'Choose the task' } }
  return { decision: { kind: 'assign', task, ...(text && { rationale: text }) } }
}

function beginWork({ title, workstream, owner, due }: DecisionDraft, text: string): Outcome {
  const errors: Problems = {
    ...(title.trim() === '' && { title: 'Write what is to be done' }),
    ...(due === null && { due: 'Enter the date by which it is to be done' }),
  }
  if (due === null || Object.keys(errors).length > 0) return { errors }
  const newTask = { title: title.trim(), workstream: workstream || null, owner: owner || null, due }
  return { decision: { kind: 'assign', newTask, ...(text && { rationale: text }) } }
}

function acceptUntil(until: IsoDate | null, text: string, firstDay: IsoDate): Outcome {
  const errors: Problems = {
    ...(until === null && { until: 'Enter the date until which it is accepted' }),
    ...(until !== null &&
      until < firstDay && { until: 'The date must be after the day the programme stands at' }),
    ...(text === '' && { words: 'Write why it is accepted' }),
  }
  if (until === null || Object.keys(errors).length > 0) return { errors }
  return { decision: { kind: 'accept', until, rationale: text } }
}
