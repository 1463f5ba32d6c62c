import { defineQueryOptions } from '@pinia/colada'
import type { TaskView } from '@workplan/domain'
import { api } from '../api/client.ts'
import { read } from '../api/read.ts'
import { viewedMoment } from '../as-at/viewed-moment.ts'
import { programmeKey } from './keys.ts'
import { readTaskList, type TaskFilters, type TaskList } from './read-task-list.ts'

export type { TaskFilters }

export function tasksKey(programme: string) {
  return [...programmeKey(programme), 'tasks'] as const
}

export function taskKey(programme: string, task: string) {
  return [...programmeKey(programme), 'task', task] as const
}

/** Tasks of a programme, narrowed by app, workstream, status or words. */
export const tasksQuery = defineQueryOptions(
  ({ programme, filters = {} }: { programme: string; filters?: TaskFilters }) => ({
    key: [...tasksKey(programme), filters],
    query: async ({ signal, entry }) => {
      const list = await readTaskList(programme, { filters, signal, known: lastRead.get(entry) })
      lastRead.set(entry, list)
      return { ...list, items: list.items.map(asSeen) }
    },
  }),
)

/** Every list as the service last gave it, by its entry in the cache. */
const lastRead = new WeakMap<object, TaskList>()

export const taskQuery = defineQueryOptions(({ programme, task }: { programme: string; task: string }) => ({
  key: taskKey(programme, task),
  query: async ({ signal }) =>
    asSeen(
      await read(
        api.programmes[':programme'].tasks[':id'].$get(
          { param: { programme, id: task }, query: {} },
          { init: { signal } },
        ),
      ),
    ),
}))

/** A task of an earlier moment can be looked at, and no more. */
function asSeen<View extends TaskView>(view: View): View {
  return viewedMoment() === null ? view : { ...view, mayUpdate: false }
}
