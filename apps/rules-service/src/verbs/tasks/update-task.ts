import { appsOfTask, changeTask, type TaskChange, type TaskSaved } from '@workplan/domain'
import type { AppContext } from '../../context.ts'
import { AppError } from '../../errors.ts'
import { requireAction, type Member } from '../../members.ts'
import type { ChangeRequest } from '../../store/store.ts'
import { checkTaskReferences } from './check-task.ts'
import { findTask } from './find-task.ts'
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
    (draft) => {
      const { before } = draft
      const { task, workstream } = findTask(before, id)
      requireAction(member, 'task.update', { apps: appsOfTask(task, workstream) })
      draft.requireVersion('task', id, expectedVersion, () => taskViewer(before, rules, member)(task))
      const changed = changeTask(task, change, before.asAt)
      if ('problems' in changed)
        throw new AppError('invalid-input', 'The change does not fit together. Nothing was changed.', {
          errors: changed.problems.map(({ field, message }) => ({ path: field, message })),
        })
      checkTaskReferences(changed.task, task, before, rules)
      draft.put('task', changed.task, {
        expectedVersion,
        action: 'task.updated',
        why: change.reason || null,
      })
      return changed.task
    },
    ({ after, flags }, task) => ({ item: taskViewer(after, rules, member)(task), flags }),
  )
}
