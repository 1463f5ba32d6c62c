import type { TaskChange, TaskSaved } from '@workplan/domain'
import type { AppContext } from '../../context.ts'
import type { Member } from '../../members.ts'
import type { ChangeRequest } from '../../store/store.ts'
import { findTask } from './find-task.ts'
import { requireTaskUpdate } from './require-task-update.ts'
import { taskAfter } from './task-after.ts'
import { viewOfTask } from './task-view.ts'

export interface TaskUpdate {
  id: string
  expectedVersion: number
  change: TaskChange
}

/** Changes a task and answers what that did to the flags. Throws `not-found`, `not-allowed`, `stale-version`, `invalid-input`. */
export function updateTask(
  { store, rules }: AppContext,
  member: Member,
  request: ChangeRequest,
  { id, expectedVersion, change }: TaskUpdate,
): Promise<TaskSaved> {
  return store.change(
    request,
    async (draft) => {
      const { before } = draft
      const { task } = findTask(before, id)
      requireTaskUpdate(member, task, before, rules)
      await draft.requireVersion('task', id, expectedVersion, () => viewOfTask(before, rules, member, task))
      const after = taskAfter(task, change, before, rules)
      requireTaskUpdate(member, after, before, rules)
      draft.put('task', after, { expectedVersion, action: 'task.updated', why: change.reason || null })
      return after
    },
    ({ after, flags }, task) => ({ item: viewOfTask(after, rules, member, task), flags, seq: after.seq }),
  )
}
