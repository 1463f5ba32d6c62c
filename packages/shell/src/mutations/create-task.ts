import { useQueryCache } from '@pinia/colada'
import type { NewTask } from '@workplan/domain'
import { api } from '../api/client.ts'
import { read } from '../api/read.ts'
import { refreshProgramme } from './refresh-programme.ts'
import { useSending } from './use-sending.ts'

export interface TaskCreation {
  programme: string
  input: NewTask
  attempt?: string
}

/** Adds a task to the workplan; answers with the task and what that did to the flags. */
export function useCreateTask() {
  const cache = useQueryCache()
  return useSending({
    send: ({ programme, input }: TaskCreation, attempt) =>
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
