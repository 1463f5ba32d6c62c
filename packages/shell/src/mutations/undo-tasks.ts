import type { TasksToUndo } from '@workplan/domain'
import { api } from '../api/client.ts'
import { read } from '../api/read.ts'
import { useShowSavedTasks } from './show-saved-tasks.ts'
import { useSending } from './use-sending.ts'

export interface TasksUndoing extends TasksToUndo {
  programme: string
}

/** Puts tasks back to all that they were before this person's last change of them. */
export function useUndoTasks() {
  const show = useShowSavedTasks()
  return useSending({
    send: ({ programme, tasks }: TasksUndoing, attempt) =>
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
