import { useMutation, useQueryCache } from '@pinia/colada'
import type { NewTask } from '@workplan/domain'
import { api } from '../api/client.ts'
import { read } from '../api/read.ts'
import { newAttempt } from './attempt.ts'
import { refreshProgramme } from './refresh-programme.ts'

export interface TaskCreation {
  programme: string
  input: NewTask
  attempt?: string
}

/** Adds a task to the workplan; answers with the task and what that did to the flags. */
export function useCreateTask() {
  const cache = useQueryCache()
  return useMutation({
    mutation: ({ programme, input, attempt = newAttempt() }: TaskCreation) =>
      read(
        api.programmes[':programme'].tasks.$post({
          param: { programme },
          header: { 'idempotency-key': attempt },
          json: input,
        }),
      ),
    onSuccess: (_saved, { programme }) => void refreshProgramme(cache, programme),
  })
}
