import type { TaskView } from '@workplan/domain'
import { addToUnsent, keepChoiceUnsent, keepOnSaved } from '../versioned-form/keep-beside.ts'
import { draftOf, type TaskDraft } from './task-draft.ts'

type Choice = Partial<Pick<TaskDraft, 'status' | 'statusReason'>>

/** What becomes of the text that is kept for a task under `key` when its status is set beside it, outside of its form. */
export function keepStatus(key: string, view: TaskView, choice: Choice) {
  const now = versioned(view)
  return {
    /** Adds it to what waits to be sent; false when nothing waits. */
    addToUnsent: () => addToUnsent(key, now, choice),
    /** It was saved. */
    saved: (after: TaskView) => keepOnSaved(key, now, versioned(after), choice),
    /** It was sent and not answered. */
    unsent: (attempt: string) => keepChoiceUnsent(key, now, choice, attempt),
  }
}

function versioned({ version, task }: TaskView) {
  return { version, draft: draftOf(task) }
}
