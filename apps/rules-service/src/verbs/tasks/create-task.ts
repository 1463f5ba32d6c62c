import { appsOfTask, type NewTask, type TaskSaved } from '@workplan/domain'
import type { AppContext } from '../../context.ts'
import { requireAction, type Member } from '../../members.ts'
import type { ChangeRequest } from '../../store/store.ts'
import { checkTaskReferences } from './check-task.ts'
import { taskOf } from './new-task.ts'
import { servedRequirements } from './served-requirements.ts'
import { viewOfTask } from './task-view.ts'

/** Adds a task to the workplan and answers what that did to the flags. Throws `not-allowed`, `invalid-input`. */
export function createTask(
  { store, rules }: AppContext,
  member: Member,
  request: ChangeRequest,
  input: NewTask,
): Promise<TaskSaved> {
  return store.change(
    request,
    (draft) => {
      const { before } = draft
      const task = taskOf(input, before)
      const workstream = before.state.records.workstream.find(({ id }) => id === task.workstream)
      requireAction(member, 'task.create', {
        apps: appsOfTask(task, workstream, servedRequirements(task, rules)),
        workstream: task.workstream,
      })
      checkTaskReferences(task, null, before, rules)
      draft.put('task', task, { expectedVersion: null, action: 'task.created', why: input.reason || null })
      return task
    },
    ({ after, flags }, task) => ({ item: viewOfTask(after, rules, member, task), flags, seq: after.seq }),
  )
}
