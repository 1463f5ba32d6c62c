import { appsOfTask, type NewTask, type Task, type TaskSaved } from '@workplan/domain'
import { randomBytes } from 'node:crypto'
import type { AppContext } from '../../context.ts'
import { requireAction, type Member } from '../../members.ts'
import { slugOf } from '../../slug.ts'
import type { LoadedProgramme } from '../../store/programme.ts'
import type { ChangeRequest } from '../../store/store.ts'
import { checkTaskReferences } from './check-task.ts'
import { taskViewer } from './task-view.ts'

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
        apps: appsOfTask(task, workstream),
        workstream: task.workstream,
      })
      checkTaskReferences(task, null, before, rules)
      draft.put('task', task, { expectedVersion: null, action: 'task.created', why: input.reason || null })
      return task
    },
    ({ after, flags }, task) => ({ item: taskViewer(after, rules, member)(task), flags }),
  )
}

function taskOf(input: NewTask, { state, asAt }: LoadedProgramme): Task {
  const due = input.due ?? null
  return {
    id: `${state.programme.id}.task.${slugOf(input.title, 'task')}-${randomBytes(4).toString('hex')}`,
    source: { document: 'Workplan', section: 'Added by hand' },
    form: 'task',
    title: input.title,
    workstream: input.workstream,
    audience: input.audience,
    serves: input.serves,
    owner: input.owner ?? null,
    ownerAsStated: null,
    status: 'not-started',
    statusReason: null,
    statusAsStated: null,
    percent: null,
    start: null,
    due,
    baselineDue: due,
    quarter: null,
    progress: input.progress ?? null,
    nextStep: input.nextStep ?? null,
    evidence: [],
    dependsOn: [],
    fundingNeeded: null,
    duplicateGroup: null,
    themes: [],
    updatedOn: asAt,
    completedOn: null,
  }
}
