import { useMutation } from '@pinia/colada'
import type { TasksToUndo } from '@workplan/domain'
import { api } from '../api/client.ts'
import { read } from '../api/read.ts'
import { useShowSavedTasks } from './show-saved-tasks.ts'

export interface TasksUndoing extends TasksToUndo {
  programme: string
  /** Kept over retries, so that it happens once. */
  attempt: string
}

/** Puts tasks back to all that they were before this person's last change of them. */
export function useUndoTasks() {
  const show = useShowSavedTasks()
  return useMutation({
    mutation: ({ programme, attempt, tasks }: TasksUndoing) =>
      read(
        api.programmes[':programme'].tasks.undo.$post({
          param: { programme },
          header: { 'idempotency-key': attempt },
          json: { tasks },
        }),
      ),
    onSuccess: (saved, { programme }) => show(programme, saved.items, saved.seq),
  })
}
