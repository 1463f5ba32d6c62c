import { useQueryCache } from '@pinia/colada'
import type { TaskView } from '@workplan/domain'
import { useReadAfter } from './read-after.ts'
import { taskKey, tasksKey } from '../queries/tasks.ts'

/**
 * Puts saved tasks on screen at once, however slow the network is: the next change must start from their new versions. Then
 * everything is read again.
 */
export function useShowSavedTasks() {
  const cache = useQueryCache()
  const readAfter = useReadAfter()

  return (programme: string, saved: readonly TaskView[], seq: number): void => {
    readAfter(programme, seq, () => {
      const byId = new Map(saved.map((view) => [view.task.id, view]))
      for (const [id, view] of byId) cache.setQueryData(taskKey(programme, id), view)
      for (const { key } of cache.getEntries({ key: tasksKey(programme) })) {
        const list = cache.getQueryData<{ items: TaskView[] }>(key)
        if (!list) continue
        const items = list.items.map((view) => byId.get(view.task.id) ?? view)
        cache.setQueryData(key, { ...list, items })
      }
    })
  }
}
