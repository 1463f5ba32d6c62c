import type { DraftField } from './task-draft.ts'

/** What the fields of a task are called. */
export const fieldLabels: Record<DraftField, string> = {
  status: 'Status',
  statusReason: 'What blocks it',
  percent: 'Progress in percent',
  owner: 'Owner',
  due: 'Due date',
  reason: 'Why the date moves',
  progress: 'Progress note',
  nextStep: 'Next step',
  evidence: 'Evidence',
}
