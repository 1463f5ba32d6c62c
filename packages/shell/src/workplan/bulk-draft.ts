import type { StatusReason, Task, TaskChange, TaskStatus } from '@workplan/domain'
import { parsePartialDate } from '../task-form/parse-partial-date.ts'

/** Stands in a choice for taking away what a task has. */
export const NONE = '-'

/** What a person says once for several tasks. Empty text leaves a field of each as it is. */
export interface BulkDraft {
  status: TaskStatus | ''
  statusReason: StatusReason | ''
  /** An id, or `NONE`. */
  workstream: string
  /** An id, or `NONE`. */
  owner: string
  due: string
  reason: string
}

export const EMPTY_BULK_DRAFT: BulkDraft = {
  status: '',
  statusReason: '',
  workstream: '',
  owner: '',
  due: '',
  reason: '',
}

export type BulkProblems = Partial<Record<keyof BulkDraft, string>>

/** What must be put right before several tasks can be changed. Due dates do not move without a reason. */
export function bulkProblems(draft: BulkDraft, tasks: readonly Pick<Task, 'due'>[]): BulkProblems {
  const { status, statusReason, workstream, owner, due, reason } = draft
  const problems: BulkProblems = {}
  const date = parsePartialDate(due)
  if (![status, workstream, owner, due.trim()].some(Boolean)) problems.status = 'Choose what to change'
  if (status === 'blocked' && statusReason === '') problems.statusReason = 'Say what blocks them'
  if (due.trim() !== '' && date === null)
    problems.due = 'Due date must be a date, such as 30 April 2023 or April 2023'
  else if (
    date !== null &&
    reason.trim() === '' &&
    tasks.some((task) => task.due !== null && task.due !== date)
  )
    problems.reason = 'Say why the dates move'
  if (reason.length > 1000) problems.reason = 'The reason must be 1,000 characters or fewer'
  return problems
}

/** The change that the draft makes of each task, in the API's terms. Check the draft first. */
export function bulkChange({ status, statusReason, workstream, owner, due }: BulkDraft): TaskChange {
  return {
    ...(status && { status }),
    ...(status === 'blocked' && statusReason && { statusReason }),
    ...(workstream && { workstream: workstream === NONE ? null : workstream }),
    ...(owner && { owner: owner === NONE ? null : owner }),
    ...(due.trim() && { due: parsePartialDate(due) }),
  }
}
