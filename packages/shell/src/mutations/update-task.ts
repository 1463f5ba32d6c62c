import type { TaskChange } from '@workplan/domain'
import { api } from '../api/client.ts'
import { read } from '../api/read.ts'
import { etagOf } from './attempt.ts'
import { useShowSavedTasks } from './show-saved-tasks.ts'
import { useSending } from './use-sending.ts'

export interface TaskUpdate {
  programme: string
  task: string
  /** The version that the change was made from. */
  version: number
  change: TaskChange
  /** Kept over retries of the same change; a new one is made when left out. */
  attempt?: string
}

/** Changes a task; answers with the task and what that did to the flags. */
export function useUpdateTask() {
  const show = useShowSavedTasks()
  return useSending({
    send: ({ programme, task, version, change }: TaskUpdate, attempt) =>
      read(
        api.programmes[':programme'].tasks[':id'].$patch({
          param: { programme, id: task },
          header: { 'if-match': etagOf(version), 'idempotency-key': attempt },
          json: change,
        }),
      ),
    onSuccess: (saved, { programme }) => show(programme, [saved.item], saved.seq),
  })
}
