import type { TaskChanges, TasksSaved } from '@workplan/domain'
import type { AppContext } from '../../context.ts'
import { placedIn } from '../../http/placed-in.ts'
import type { Member } from '../../members.ts'
import type { ChangeRequest } from '../../store/store.ts'
import { requireTaskUpdate } from './require-task-update.ts'
import { requireSeenTasks } from './seen-tasks.ts'
import { taskAfter } from './task-after.ts'
import { taskViewer } from './task-view.ts'

/**
 * Changes several tasks as one change, all or none, and answers what that did to the flags. Throws `not-found`,
 * `not-allowed`, `invalid-input`, and `stale-version` which names the tasks that others changed.
 */
export function changeTasks(
  { store, rules }: AppContext,
  member: Member,
  request: ChangeRequest,
  { tasks: asked, reason }: TaskChanges,
): Promise<TasksSaved> {
  return store.change(
    request,
    async (draft) => {
      const { before } = draft
      const tasks = await requireSeenTasks(draft, asked, { member, rules })
      return tasks.map((task, index) => {
        const { version = 0, change = {} } = asked[index] ?? {}
        const after = placedIn(`tasks.${index}.change`, () => taskAfter(task, change, before, rules))
        requireTaskUpdate(member, after, before, rules)
        const why = change.reason || reason || null
        draft.put('task', after, { expectedVersion: version, action: 'task.updated', why })
        return after
      })
    },
    ({ after, flags }, tasks) => ({
      items: tasks.map(taskViewer(after, rules, member)),
      flags,
      seq: after.seq,
    }),
  )
}
