import type { TaskSaved, TaskView } from '@workplan/domain'
import { useUpdateTask } from '../mutations/update-task.ts'
import { useProgramme } from '../programme/use-programme.ts'
import type { Versioned } from '../versioned-form/kept-versioned.ts'
import { useVersionedForm } from '../versioned-form/use-versioned-form.ts'
import { draftProblems } from './draft-problems.ts'
import { changedFields, changeOf, draftOf, type TaskDraft } from './task-draft.ts'
import { useDraftKey } from './use-draft-key.ts'

/** The form of one task. */
export function useTaskForm(view: () => TaskView, onSaved: (saved: TaskSaved) => void) {
  const { programme } = useProgramme()
  const update = useUpdateTask()
  return useVersionedForm<TaskDraft, TaskSaved>({
    key: useDraftKey()(view().task.id),
    now: () => versioned(view()),
    changedBetween: changedFields,
    problemsOf: draftProblems,
    send: ({ version, draft, changed, attempt }) =>
      update.mutateAsync({
        programme: programme.value,
        task: view().task.id,
        version,
        change: changeOf(draft, changed),
        attempt,
      }),
    afterwards: ({ item }) => versioned(item),
    // A stale version is refused with the task as it is now.
    current: (refused) => versioned(refused as TaskView),
    onSaved,
  })
}

function versioned({ version, task }: TaskView): Versioned<TaskDraft> {
  return { version, draft: draftOf(task) }
}
