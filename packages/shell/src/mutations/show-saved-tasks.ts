import type { QueryCache } from '@pinia/colada'
import type { TaskView } from '@workplan/domain'
import { taskKey, tasksKey } from '../queries/tasks.ts'
import { refreshProgramme } from './refresh-programme.ts'

/**
 * Puts saved tasks on screen at once, then reads everything again: the next change must start from their new versions,
 * however slow the network is.
 */
export function showSavedTasks(cache: QueryCache, programme: string, saved: readonly TaskView[]): void {
  const byId = new Map(saved.map((view) => [view.task.id, view]))
  for (const [id, view] of byId) cache.setQueryData(taskKey(programme, id), view)
  for (const { key } of cache.getEntries({ key: tasksKey(programme) })) {
    const list = cache.getQueryData<{ items: TaskView[]; next: string | null }>(key)
    if (!list) continue
    const items = list.items.map((view) => byId.get(view.task.id) ?? view)
    cache.setQueryData(key, { ...list, items })
  }
  void refreshProgramme(cache, programme)
}
