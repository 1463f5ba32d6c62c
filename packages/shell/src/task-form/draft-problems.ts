import { parsePartialDate } from './parse-partial-date.ts'
import { movesDate, type DraftField, type TaskDraft } from './task-draft.ts'

/** As in the schema of a task change, which cannot come to the browser. */
const MOST_CHARACTERS = { progress: 4000, nextStep: 2000, reason: 1000 } as const

export type DraftProblems = Partial<Record<DraftField, string>>

/**
 * What must be put right before a draft can be sent, by field, for a task that read as `from`. A due date does not move
 * without a reason.
 */
export function draftProblems(draft: TaskDraft, from: TaskDraft): DraftProblems {
  const problems: DraftProblems = {}
  if (draft.status === 'blocked' && draft.statusReason === '') problems.statusReason = 'Say what blocks it'
  if (draft.status !== 'done' && !isPercent(draft.percent))
    problems.percent = 'Progress must be a whole number from 0 to 100'
  if (draft.due.trim() !== '' && parsePartialDate(draft.due) === null)
    problems.due = 'Due date must be a date, such as 30 April 2023 or April 2023'
  if (movesDate(from, draft) && draft.reason.trim() === '') problems.reason = 'Say why the date moves'
  if (draft.reason.length > MOST_CHARACTERS.reason) problems.reason = tooLong('The reason', 'reason')
  if (draft.progress.length > MOST_CHARACTERS.progress)
    problems.progress = tooLong('Progress note', 'progress')
  if (draft.nextStep.length > MOST_CHARACTERS.nextStep) problems.nextStep = tooLong('Next step', 'nextStep')
  if (draft.evidence.some(({ url }) => !isWebAddress(url)))
    problems.evidence = 'An evidence link must start with http:// or https://'
  return problems
}

function tooLong(name: string, field: keyof typeof MOST_CHARACTERS): string {
  return `${name} must be ${MOST_CHARACTERS[field].toLocaleString('en-GB')} characters or fewer`
}

function isPercent(text: string): boolean {
  return text.trim() === '' || (/^\d{1,3}$/.test(text.trim()) && Number(text) <= 100)
}

function isWebAddress(text: string): boolean {
  return text.trim() === '' || (/^https?:\/\//.test(text.trim()) && URL.canParse(text.trim()))
}
