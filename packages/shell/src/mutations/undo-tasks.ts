import { useMutation, useQueryCache } from '@pinia/colada'
import type { TasksToUndo } from '@workplan/domain'
import { api } from '../api/client.ts'
import { read } from '../api/read.ts'
import { showSavedTasks } from './show-saved-tasks.ts'

export interface TasksUndoing extends TasksToUndo {
  programme: string
  /** Kept over retries, so that it happens once. */
  attempt: string
}

/** Puts tasks back to all that they were before this person's last change of them. */
export function useUndoTasks() {
  const cache = useQueryCache()
  return useMutation({
    mutation: ({ programme, attempt, tasks }: TasksUndoing) =>
      read(
        api.programmes[':programme'].tasks.undo.$post({
          param: { programme },
          header: { 'idempotency-key': attempt },
          json: { tasks },
        }),
      ),
    onSuccess: (saved, { programme }) => showSavedTasks(cache, programme, saved.items),
  })
}
