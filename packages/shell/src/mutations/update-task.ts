import { useMutation, useQueryCache, type QueryCache } from '@pinia/colada'
import type { TaskChange, TaskView } from '@workplan/domain'
import { api } from '../api/client.ts'
import { read } from '../api/read.ts'
import { taskKey, tasksKey } from '../queries/tasks.ts'
import { etagOf, newAttempt } from './attempt.ts'
import { refreshProgramme } from './refresh-programme.ts'

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
  const cache = useQueryCache()
  return useMutation({
    mutation: ({ programme, task, version, change, attempt = newAttempt() }: TaskUpdate) =>
      read(
        api.programmes[':programme'].tasks[':id'].$patch({
          param: { programme, id: task },
          header: { 'if-match': etagOf(version), 'idempotency-key': attempt },
          json: change,
        }),
      ),
    onSuccess: (saved, { programme, task }) => {
      cache.setQueryData(taskKey(programme, task), saved.item)
      replaceInLists(cache, programme, saved.item)
      void refreshProgramme(cache, programme)
    },
  })
}

/** Puts the saved task into the lists at once: the next change must start from its new version, however slow the network is. */
function replaceInLists(cache: QueryCache, programme: string, saved: TaskView): void {
  for (const { key } of cache.getEntries({ key: tasksKey(programme) })) {
    const list = cache.getQueryData<{ items: TaskView[]; next: string | null }>(key)
    if (!list) continue
    const items = list.items.map((view) => (view.task.id === saved.task.id ? saved : view))
    cache.setQueryData(key, { ...list, items })
  }
}
