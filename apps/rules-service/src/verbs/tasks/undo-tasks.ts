import { Task, type TasksSaved, type TasksToUndo } from '@workplan/domain'
import type { AppContext } from '../../context.ts'
import { AppError } from '../../errors.ts'
import type { Member } from '../../members.ts'
import { readJournal } from '../../store/journal.ts'
import type { Change, ChangeRequest } from '../../store/store.ts'
import { checkTaskReferences } from './check-task.ts'
import { requireTaskUpdate } from './require-task-update.ts'
import { requireSeenTasks } from './seen-tasks.ts'
import { taskViewer } from './task-view.ts'

const UNDOABLE = new Set(['task.updated', 'task.undone'])

/**
 * Puts tasks back to all that they were before this person's own last change of them, as one change. Throws `not-found`,
 * `not-allowed`, `conflict` where there is no such change, and `stale-version` which names the tasks that others changed
 * since.
 */
export function undoTasks(
  { store, rules }: AppContext,
  member: Member,
  request: ChangeRequest,
  { tasks: asked }: TasksToUndo,
): Promise<TasksSaved> {
  return store.change(
    request,
    async (draft) => {
      const { before } = draft
      const now = await requireSeenTasks(draft, asked, { member, rules })
      const put: Task[] = []
      for (const [index, { id, version }] of asked.entries()) {
        const earlier = await beforeOwnChange(draft, id)
        checkTaskReferences(earlier, now[index] ?? null, before, rules)
        requireTaskUpdate(member, earlier, before, rules)
        draft.put('task', earlier, { expectedVersion: version, action: 'task.undone', why: null })
        put.push(earlier)
      }
      return put
    },
    ({ after, flags }, tasks) => ({
      items: tasks.map(taskViewer(after, rules, member)),
      flags,
      seq: after.seq,
    }),
  )
}

/** The task as it was before the last change, which must be the person's own. */
async function beforeOwnChange({ db, before, actor }: Change, id: string): Promise<Task> {
  const last = { kind: 'task', id, order: 'newest-first', limit: 1 } as const
  const [row] = await readJournal(db, before.state.programme.id, last)
  if (row?.actor !== actor || !UNDOABLE.has(row.action))
    throw new AppError('conflict', 'Only the person who made the last change to a task can undo it.')
  return Task.parse(row.before)
}
