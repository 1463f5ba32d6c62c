import { appsOfTask, type TaskChange, type TaskSaved } from '@workplan/domain'
import type { AppContext } from '../../context.ts'
import { requireAction, type Member } from '../../members.ts'
import type { ChangeRequest } from '../../store/store.ts'
import { findTask } from './find-task.ts'
import { taskAfter } from './task-after.ts'
import { taskViewer } from './task-view.ts'

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
      const { task, workstream } = findTask(before, id)
      requireAction(member, 'task.update', {
        apps: appsOfTask(task, workstream),
        workstream: task.workstream,
      })
      await draft.requireVersion('task', id, expectedVersion, () => taskViewer(before, rules, member)(task))
      const after = taskAfter(task, change, before, rules)
      draft.put('task', after, { expectedVersion, action: 'task.updated', why: change.reason || null })
      return after
    },
    ({ after, flags }, task) => ({ item: taskViewer(after, rules, member)(task), flags }),
  )
}
