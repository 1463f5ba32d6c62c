import type { Task } from '@workplan/domain'
import { keptVersioned, type KeptVersioned } from '../versioned-form/kept-versioned.ts'
import { draftOf, type TaskDraft } from './task-draft.ts'

/** What this person had typed for a task; null when nothing was kept. */
export function keptTaskDraft(key: string, task: Task): KeptVersioned<TaskDraft> | null {
  return keptVersioned(key, { version: 0, draft: draftOf(task) })
}
