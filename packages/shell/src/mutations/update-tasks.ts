import { useMutation } from '@pinia/colada'
import type { TaskChanges } from '@workplan/domain'
import { api } from '../api/client.ts'
import { read } from '../api/read.ts'
import { newAttempt } from './attempt.ts'
import { useShowSavedTasks } from './show-saved-tasks.ts'

export interface TasksUpdate extends TaskChanges {
  programme: string
  /** Kept over retries of the same change; a new one is made when left out. */
  attempt?: string
}

/** Changes several tasks as one, all or none; answers with the tasks and what that did to the flags. */
export function useUpdateTasks() {
  const show = useShowSavedTasks()
  return useMutation({
    mutation: ({ programme, attempt = newAttempt(), ...json }: TasksUpdate) =>
      read(
        api.programmes[':programme'].tasks.changes.$post({
          param: { programme },
          header: { 'idempotency-key': attempt },
          json,
        }),
      ),
    onSuccess: (saved, { programme }) => show(programme, saved.items, saved.seq),
  })
}
