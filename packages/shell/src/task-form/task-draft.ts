import type { EvidenceLink, StatusReason, Task, TaskChange, TaskStatus } from '@workplan/domain'
import { formatPartialDate } from '@workplan/domain'
import { parsePartialDate } from './parse-partial-date.ts'

/** What a person sees in the form of a task: text as typed. Empty text is 'nothing recorded'. */
export interface TaskDraft {
  status: TaskStatus
  statusReason: StatusReason | ''
  percent: string
  /** The id of a person of the programme; empty when none of them is named. */
  owner: string
  due: string
  /** Why the due date moves; kept in the history, not on the task. */
  reason: string
  progress: string
  nextStep: string
  evidence: { title: string; url: string }[]
}

/** The form's text for a task as it stands. */
export function draftOf(task: Task): TaskDraft {
  return {
    status: task.status,
    statusReason: task.statusReason ?? '',
    percent: task.percent === null ? '' : String(task.percent),
    owner: task.owner ?? '',
    due: task.due === null ? '' : formatPartialDate(task.due),
    reason: '',
    progress: task.progress ?? '',
    nextStep: task.nextStep ?? '',
    evidence: task.evidence.map(({ title, url }) => ({ title, url: url ?? '' })),
  }
}

export type DraftField = keyof TaskDraft

/** The fields of a draft which differ from those of another. */
export function changedFields(from: TaskDraft, to: TaskDraft): DraftField[] {
  const fields = Object.keys(from) as DraftField[]
  const changed = fields.filter((field) => !sameText(from[field], to[field]))
  return movesDate(from, to) ? changed : changed.filter((field) => field !== 'reason')
}

/** True when a due date that was given before becomes another, or none. */
export function movesDate(from: Pick<TaskDraft, 'due'>, to: Pick<TaskDraft, 'due'>): boolean {
  return from.due.trim() !== '' && !sameText(from.due, to.due)
}

/** The change that takes a task from one draft to another: only the fields named, in the API's terms. Check the draft first. */
export function changeOf(draft: TaskDraft, fields: readonly DraftField[]): TaskChange {
  const whole: Required<Pick<TaskChange, DraftField>> = {
    status: draft.status,
    statusReason: draft.statusReason || null,
    percent: draft.percent.trim() === '' ? null : Number(draft.percent),
    owner: draft.owner || null,
    due: parsePartialDate(draft.due),
    reason: draft.reason.trim(),
    progress: draft.progress.trim() || null,
    nextStep: draft.nextStep.trim() || null,
    evidence: draft.evidence.flatMap(evidenceLink),
  }
  return Object.fromEntries(fields.map((field) => [field, whole[field]]))
}

/** An empty line of evidence is no evidence. */
function evidenceLink({ title, url }: TaskDraft['evidence'][number]): EvidenceLink[] {
  const words = title.trim() || url.trim()
  return words === '' ? [] : [{ title: words, url: url.trim() || null }]
}

function sameText(a: TaskDraft[DraftField], b: TaskDraft[DraftField]): boolean {
  if (typeof a === 'string' && typeof b === 'string') return a.trim() === b.trim()
  return JSON.stringify(a) === JSON.stringify(b)
}
