import type { Meeting, MeetingAction, MeetingSaved, NewAction, Task } from '@workplan/domain'
import type { AppContext } from '../../context.ts'
import { idOfNew } from '../../id-of-new.ts'
import type { Member } from '../../members.ts'
import type { Rules } from '../../rules.ts'
import type { Change, ChangeRequest } from '../../store/store.ts'
import { checkTaskReferences } from '../tasks/check-task.ts'
import { findTask } from '../tasks/find-task.ts'
import { taskOf } from '../tasks/new-task.ts'
import { checkItem, meetingToRecord } from './find-meeting.ts'
import { meetingViewer } from './meeting-view.ts'

/**
 * Records what a meeting asked somebody to do, with its task: a new one, in the same change, or one that is there. Throws
 * `not-found`, `not-allowed`, `conflict`, `invalid-input`.
 */
export function recordAction(
  { store, rules }: Pick<AppContext, 'store' | 'rules'>,
  member: Member,
  request: ChangeRequest,
  { meeting: id, item, task: asked }: NewAction & { meeting: string },
): Promise<MeetingSaved> {
  return store.change(
    request,
    (change) => {
      const { before, put } = change
      const meeting = meetingToRecord(before, member, id)
      checkItem(meeting, item)
      const task = 'id' in asked ? findTask(before, asked.id).task : addTask(change, rules, meeting, asked)
      const action: MeetingAction = {
        id: idOfNew(before.state.programme.id, 'action', task.title),
        source: { document: meeting.title, section: 'Actions' },
        title: task.title,
        meeting: id,
        item,
        task: task.id,
        state: 'standing',
      }
      put('meeting-action', action, { expectedVersion: null, action: 'action.recorded', why: null })
      return meeting
    },
    ({ after, flags }, meeting) => ({ item: meetingViewer(after, member)(meeting), flags }),
  )
}

/** Whoever writes for the group may add the task that the group asked for. */
function addTask(
  { before, put }: Change,
  rules: Rules,
  meeting: Meeting,
  input: Exclude<NewAction['task'], { id: string }>,
): Task {
  const source = { document: meeting.title, section: 'Actions' }
  const task: Task = { ...taskOf({ ...input, serves: [] }, before), form: 'action', source }
  checkTaskReferences(task, null, before, rules)
  put('task', task, { expectedVersion: null, action: 'task.created', why: `Asked for by ${meeting.title}` })
  return task
}
