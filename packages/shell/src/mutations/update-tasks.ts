import type { TaskChanges } from '@workplan/domain'
import { api } from '../api/client.ts'
import { read } from '../api/read.ts'
import { useShowSavedTasks } from './show-saved-tasks.ts'
import { useSending } from './use-sending.ts'

export interface TasksUpdate extends TaskChanges {
  programme: string
  /** Kept over retries of the same change; a new one is made when left out. */
  attempt?: string
}

/** Changes several tasks as one, all or none; answers with the tasks and what that did to the flags. */
export function useUpdateTasks() {
  const show = useShowSavedTasks()
  return useSending({
    send: ({ programme, tasks, reason }: TasksUpdate, attempt) =>
      read(
        api.programmes[':programme'].tasks.changes.$post({
          param: { programme },
          header: { 'idempotency-key': attempt },
          json: { tasks, ...(reason !== undefined && { reason }) },
        }),
      ),
    onSuccess: (saved, { programme }) => show(programme, saved.items, saved.seq),
  })
}
